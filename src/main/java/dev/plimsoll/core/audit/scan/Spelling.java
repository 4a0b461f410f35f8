package dev.plimsoll.core.audit.scan;

/// How a writer spells JSON, as far as [JsonScan] can prove it.
///
/// @param spaced `, ` and `: ` between, as Python writes by itself; else nothing
/// @param ascii everything from 0x7F on is escaped; else nothing of it is
/// @param sorted members ascend; else they stand as they were put in, none twice
/// @param numbers which are let through
public record Spelling(boolean spaced, boolean ascii, boolean sorted, Numbers numbers) {
  /// RFC 8785 in the strict profile of our own log.
  public static final Spelling CANONICAL = new Spelling(false, false, true, Numbers.INTEGERS);

  public enum Numbers {
    /// Up to 2^53-1 on either side, in their shortest spelling.
    INTEGERS,
    /// Besides those, short fractions as every writer spells them: at most fifteen digits, the last
    /// one no zero unless it is the only one, not below 0.0001, no exponent.
    PLAIN,
    /// Besides those, everything else that the grammar of JSON lets through.
    ANY
  }
}
