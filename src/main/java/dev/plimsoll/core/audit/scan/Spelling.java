package dev.plimsoll.core.audit.scan;

/// How a writer spells JSON, as far as [JsonScan] can prove it.
///
/// @param spaced `, ` and `: ` between, as Python writes by itself; else nothing
/// @param sorted members ascend; else they stand as they were put in, none twice
public record Spelling(boolean spaced, boolean sorted, Escapes escapes, Numbers numbers) {
  /// RFC 8785 in the strict profile of our own log.
  public static final Spelling CANONICAL =
      new Spelling(false, true, Escapes.LEAST, Numbers.INTEGERS);

  /// What is escaped in a text beside quotes, backslashes and control characters.
  public enum Escapes {
    /// Everything from U+007F on.
    ASCII,
    /// Nothing.
    LEAST,
    /// The one or the other, even from text to text.
    EITHER
  }

  public enum Numbers {
    /// Up to 2^53-1 on either side, in their shortest spelling.
    INTEGERS,
    /// Whatever the grammar of JSON lets through.
    ANY
  }
}
