package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.scan.JsonScan;
import dev.plimsoll.core.audit.scan.Spelling.Escapes;
import dev.plimsoll.core.audit.scan.Spelling.Numbers;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Body;
import dev.plimsoll.core.model.Recipe.PrevPosition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Proves of a line by its bytes that [LineExaminer] would let it stand and warn of nothing. A line
/// that is spelled as its hash is made has as hash input itself without a member or two, so that no
/// value is made and nothing is written anew. What is not proven may still stand: the examiner
/// says. For one thread.
final class LineProof {
  private static final int LONGEST_SEQ = 15;

  private final JsonScan compact;
  private final JsonScan spaced;
  private final boolean isSpaced;
  private final boolean isRaw;
  private final boolean isInside;
  private final InputBytes input;
  private final byte @Nullable [] hashName;
  private final byte[] prevName;
  private final byte @Nullable [] seqName;
  private byte[] bytes = {};
  private int hash;
  private int hashEnd;
  private int prev;
  private int prevEnd;
  private long seq;
  private int styles;

  /// @param recipe one that [#suits(Recipe)]
  LineProof(Recipe recipe) {
    var fields = recipe.fields();
    this.isRaw = recipe.body() instanceof Body.RawLine;
    this.isSpaced = recipe.canonical() == Recipe.Canonical.PY_DEFAULT;
    this.compact = new JsonScan(spelling(recipe, false));
    this.spaced = new JsonScan(spelling(recipe, true));
    this.input = new InputBytes(recipe);
    this.isInside =
        recipe.body() instanceof Body.Entry entry && entry.prev() == PrevPosition.INSIDE;
    this.hashName = name(fields.hash());
    this.prevName = String.valueOf(fields.prev()).getBytes(StandardCharsets.UTF_8);
    this.seqName = name(fields.seq() == null ? null : fields.seq().name());
  }

  private static byte @Nullable [] name(@Nullable String name) {
    return name == null ? null : name.getBytes(StandardCharsets.UTF_8);
  }

  /// Whether lines of this recipe can be proven at all.
  static boolean suits(Recipe recipe) {
    return recipe.standsAlone() && InputBytes.suits(recipe);
  }

  private static dev.plimsoll.core.audit.scan.Spelling spelling(Recipe recipe, boolean spaced) {
    var escapes =
        switch (recipe.canonical()) {
          case PY_COMPACT_ASCII, PY_DEFAULT -> Escapes.ASCII;
          case PY_COMPACT_UTF8, JCS, JS_INSERTION -> Escapes.LEAST;
          case RAW_LINE -> Escapes.EITHER;
        };
    var sorted =
        switch (recipe.canonical()) {
          case PY_COMPACT_ASCII, PY_DEFAULT, PY_COMPACT_UTF8, JCS -> true;
          case JS_INSERTION, RAW_LINE -> false;
        };
    var numbers = recipe.canonical() == Recipe.Canonical.JCS ? Numbers.INTEGERS : Numbers.ANY;
    return new dev.plimsoll.core.audit.scan.Spelling(spaced, sorted, escapes, numbers);
  }

  void on(byte[] lines) {
    bytes = lines;
    compact.on(lines);
    spaced.on(lines);
  }

  /// @return behind the line that begins here, or [JsonScan#NOT]
  int prove(int at) {
    var isLineSpaced = isRaw ? looksSpaced(at) : isSpaced;
    var scan = isLineSpaced ? spaced : compact;
    var end = scan.outermost(at);
    if (end == JsonScan.NOT || bytes[end] != '\n' || !members(scan) || !style(scan, isLineSpaced)) {
      return JsonScan.NOT;
    }
    input.digest(bytes, scan, at, end, prev, prevEnd);
    return hashName == null || input.isSpelled(bytes, hash, hashEnd) ? end : JsonScan.NOT;
  }

  private boolean looksSpaced(int at) {
    for (var i = at; bytes[i] != '\n'; i++) {
      if (bytes[i] == ':') {
        return bytes[i + 1] == ' ';
      }
    }
    return false;
  }

  private boolean members(JsonScan scan) {
    var own = hashName == null ? JsonScan.NOT : scan.find(hashName);
    var before = scan.find(prevName);
    if (before == JsonScan.NOT || (hashName != null && !isText(scan, own))) {
      return false;
    }
    input.members(own, before);
    hash = hashName == null ? 0 : scan.valueAt(own) + 1;
    hashEnd = hashName == null ? 0 : scan.valueEnd(own) - 1;
    var isText = isText(scan, before);
    prev = isText ? scan.valueAt(before) + 1 : JsonScan.NOT;
    prevEnd = scan.valueEnd(before) - 1;
    return (isText ? isInside || isPlain(prev, prevEnd) : bytes[scan.valueAt(before)] == 'n')
        && (seqName == null || counts(scan, scan.find(seqName)));
  }

  private boolean isText(JsonScan scan, int member) {
    return member != JsonScan.NOT && bytes[scan.valueAt(member)] == '"';
  }

  private boolean isPlain(int from, int end) {
    for (var i = from; i < end; i++) {
      if (bytes[i] < ' ' || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private boolean counts(JsonScan scan, int member) {
    if (member == JsonScan.NOT) {
      return false;
    }
    var from = scan.valueAt(member);
    var end = scan.valueEnd(member);
    seq = 0;
    for (var i = from; i < end; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
      seq = 10 * seq + bytes[i] - '0';
    }
    return end - from <= LONGEST_SEQ;
  }

  private boolean style(JsonScan scan, boolean isLineSpaced) {
    if (isRaw) {
      styles = LineStyle.ANY | LineStyle.SORTED;
      return true;
    }
    var found =
        (scan.hasRaw() ? 0 : LineStyle.COMPACT_ASCII)
            | (scan.hasEscaped() ? 0 : LineStyle.COMPACT_UTF8);
    styles =
        (isLineSpaced ? found * LineStyle.SPACED_ASCII : found)
            | (scan.isSorted() ? LineStyle.SORTED : 0);
    return found != 0;
  }

  /// Of the line that was proven last: where the hash text begins that it names, or [JsonScan#NOT]
  /// for null.
  int prev() {
    return prev;
  }

  int prevEnd() {
    return prevEnd;
  }

  /// Its number, where the recipe counts.
  long seq() {
    return seq;
  }

  /// See [LineStyle].
  int styles() {
    return styles;
  }

  /// Its hash text.
  byte[] hashText() {
    return input.text();
  }

  /// Behind it.
  int hashTextEnd() {
    return input.textEnd();
  }

  /// Whether it names this hash text.
  boolean names(byte[] text) {
    return prev != JsonScan.NOT && Arrays.equals(bytes, prev, prevEnd, text, 0, text.length);
  }
}
