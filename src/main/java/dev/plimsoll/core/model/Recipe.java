package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a JSON Lines log of somebody else's is chained: data, not code
/// (docs/formats/foreign-chains.md). One recipe describes one exact way; what its file leaves open
/// (other names of a member, another genesis) is a variant with a name of its own.
///
/// @param name unique: `aetherlink`, and for a variant its family, a slash and what differs:
///   `prev-then-body/hash-only`
/// @param title for a person, one line
/// @param canonical how a body becomes bytes
/// @param textPrefix stands before the hexadecimal digits of every hash text: empty, `sha256:`,
///   `0x`
/// @param truncate how many hexadecimal digits of a hash are kept, from its beginning; null for all
public record Recipe(
    String name,
    String title,
    Fields fields,
    Genesis genesis,
    Body body,
    Canonical canonical,
    Algorithm algorithm,
    String textPrefix,
    @Nullable Integer truncate) {

  /// The name without what tells variants apart: `prev-then-body`.
  public String family() {
    var slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /// Whether it is Plimsoll's own log, which its own verification judges.
  public boolean isOwnLog() {
    return body instanceof Body.OwnLog;
  }

  /// Whether a line can be hashed by itself: then the hash before it stands in the line, or its
  /// hash does not need it.
  public boolean standsAlone() {
    return fields.prev() != null;
  }

  /// The members of an entry that are about the chain.
  ///
  /// @param hash the member with the entry's own hash; null with [Body.RawLine] and [Body.OwnLog]
  ///   alone
  /// @param prev the member with the hash of the entry before; null where no entry names it
  /// @param seq the member that counts, or null
  public record Fields(@Nullable String hash, @Nullable String prev, @Nullable Seq seq) {}

  /// @param name the member
  /// @param start the number of the first entry
  public record Seq(String name, long start) {}

  /// What stands for the hash before the first entry.
  public sealed interface Genesis {
    /// JSON null; as text, where a text is needed, empty.
    record Null() implements Genesis {}

    /// A text as it is: empty, `GENESIS`, sixty-four zeros.
    record Literal(String text) implements Genesis {}

    /// The SHA-256 of a text's UTF-8 bytes, as a hash text of the recipe.
    record Sha256Of(String text) implements Genesis {}
  }

  /// What is hashed.
  public sealed interface Body {
    /// The entry without some of its members.
    ///
    /// @param minus the members left out; the hash member is one of them
    /// @param delimiter between the previous hash and the body, where it is not inside
    record Entry(List<String> minus, PrevPosition prev, String delimiter) implements Body {
      public Entry {
        minus = List.copyOf(minus);
      }
    }

    /// The values of some members, one after another: texts as they are, null as nothing, all else
    /// in the canonical spelling.
    ///
    /// @param fields in the order in which they are joined, at least one
    record FieldList(List<String> fields, String delimiter) implements Body {
      public FieldList {
        fields = List.copyOf(fields);
      }
    }

    /// An object of two members: the previous hash, and the entry without some of its members.
    ///
    /// @param prevKey the wrapper's member with the previous hash
    /// @param payloadKey the wrapper's member with the entry
    record Wrapper(String prevKey, String payloadKey, List<String> minus) implements Body {
      public Wrapper {
        minus = List.copyOf(minus);
      }
    }

    /// The bytes of the line, without its line end. Entries have no hash of their own: each names
    /// that of the line before it, and nothing in the file protects the last.
    record RawLine() implements Body {}

    /// Plimsoll's own log (docs/formats/audit-chain.md).
    record OwnLog() implements Body {}
  }

  /// Where the previous hash stands in what is hashed.
  public enum PrevPosition {
    /// In the body, as its member.
    INSIDE,
    /// Its text, the delimiter, the body.
    PREFIX,
    /// The body, the delimiter, its text.
    SUFFIX
  }

  /// How a value becomes bytes, always UTF-8.
  public enum Canonical {
    /// Python's `json.dumps(x, sort_keys=True, separators=(",", ":"))`: keys by code point, U+007F
    /// and what is not ASCII as `\\uXXXX` in lower case, numbers as they are spelled in the line.
    PY_COMPACT_ASCII("py-compact-ascii"),
    /// The same with `", "` and `": "`.
    PY_DEFAULT("py-default"),
    /// As [#PY_COMPACT_ASCII] with `ensure_ascii=False`.
    PY_COMPACT_UTF8("py-compact-utf8"),
    /// RFC 8785: keys by UTF-16 code unit, numbers as ECMAScript prints a double.
    JCS("jcs"),
    /// ECMAScript's `JSON.stringify`: members in the order of the line, numbers as they are spelled
    /// in it.
    JS_INSERTION("js-insertion"),
    /// The bytes of the line.
    RAW_LINE("raw-line");

    private final String word;

    Canonical(String word) {
      this.word = word;
    }

    /// The word in a recipe file.
    public String word() {
      return word;
    }
  }

  /// What makes a hash of the bytes.
  public sealed interface Algorithm {
    /// `SHA-256`, `SHA-512`, `SHA3-256`, as Java names them too.
    ///
    /// @param bits length of its output
    record Digest(String name, int bits) implements Algorithm {
      public static final Digest SHA_256 = new Digest("SHA-256", 256);
      public static final Digest SHA_512 = new Digest("SHA-512", 512);
      public static final Digest SHA3_256 = new Digest("SHA3-256", 256);
    }

    /// HMAC with SHA-256.
    ///
    /// @param secret name of the secret that holds the key; never the key itself
    record HmacSha256(String secret) implements Algorithm {}

    /// Hexadecimal digits of a whole hash.
    default int digits() {
      return switch (this) {
        case Digest digest -> digest.bits() / 4;
        case HmacSha256 hmac -> 64;
      };
    }
  }
}
