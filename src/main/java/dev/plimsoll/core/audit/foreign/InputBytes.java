package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.scan.Bytes;
import dev.plimsoll.core.audit.scan.JsonScan;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Algorithm;
import dev.plimsoll.core.model.Recipe.Body;
import dev.plimsoll.core.model.Recipe.Canonical;
import dev.plimsoll.core.model.Recipe.PrevPosition;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// Cuts the hash input of an entry out of its line, where the line is spelled as the input is, and
/// hashes it. For one thread.
final class InputBytes {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final Body body;
  private final boolean isHashOut;
  private final boolean isPrevOut;
  private final byte[] delimiter;
  private final byte[] comma;
  private final Wrapping wrapping;
  private final MessageDigest digest;
  private final byte[] hash;
  private final byte[] text;
  private final int prefix;
  private final int end;
  private byte[] input = new byte[1024];
  private int length;
  private int hashMember;
  private int prevMember;

  /// What stands around the two members of a wrapper, in the order of their names.
  @SuppressWarnings("ArrayRecordComponent") // bytes to be written; nobody compares two
  private record Wrapping(boolean isPrevFirst, byte[] before, byte[] between, byte[] after) {
    static final Wrapping NONE = new Wrapping(false, new byte[0], new byte[0], new byte[0]);
  }

  /// @param recipe one that [#suits(Recipe)]
  InputBytes(Recipe recipe) {
    this.body = recipe.body();
    var minus = minus(recipe);
    this.isHashOut = minus.contains(String.valueOf(recipe.fields().hash()));
    this.isPrevOut = minus.contains(String.valueOf(recipe.fields().prev()));
    this.delimiter = bytes(body instanceof Body.Entry entry ? entry.delimiter() : "");
    this.comma = bytes(isSpaced(recipe) ? ", " : ",");
    this.wrapping =
        body instanceof Body.Wrapper wrapper ? wrapping(wrapper, isSpaced(recipe)) : Wrapping.NONE;
    this.digest = algorithm(recipe.algorithm());
    this.hash = new byte[digest.getDigestLength()];
    var whole = recipe.algorithm().digits();
    var digits = recipe.truncate() == null ? whole : Math.min(recipe.truncate(), whole);
    var before = bytes(recipe.textPrefix());
    this.prefix = before.length;
    this.end = prefix + digits;
    this.text = Arrays.copyOf(before, prefix + whole);
  }

  /// Whether its input can be cut out of a line: no list of fields, no key, nothing left out but
  /// what is about the chain, and names that stand for themselves.
  static boolean suits(Recipe recipe) {
    if (!(recipe.algorithm() instanceof Algorithm.Digest)) {
      return false;
    }
    var fields = recipe.fields();
    return switch (recipe.body()) {
      case Body.Entry entry -> suits(recipe, fields, entry.minus());
      case Body.Wrapper wrapper ->
          suits(recipe, fields, wrapper.minus())
              && recipe.canonical() != Canonical.JS_INSERTION
              && isPlain(wrapper.prevKey())
              && isPlain(wrapper.payloadKey());
      case Body.RawLine raw -> true;
      case Body.FieldList list -> false;
      case Body.OwnLog log -> false;
    };
  }

  private static boolean suits(Recipe recipe, Recipe.Fields fields, List<String> minus) {
    return recipe.canonical() != Canonical.RAW_LINE
        && fields.hash() != null
        && minus.contains(fields.hash())
        && minus.stream()
            .allMatch(name -> name.equals(fields.hash()) || name.equals(fields.prev()));
  }

  private static boolean isPlain(String name) {
    return name.matches("[A-Za-z0-9_]+");
  }

  private static List<String> minus(Recipe recipe) {
    return switch (recipe.body()) {
      case Body.Entry entry -> entry.minus();
      case Body.Wrapper wrapper -> wrapper.minus();
      case Body.FieldList list -> List.of();
      case Body.RawLine raw -> List.of();
      case Body.OwnLog log -> List.of();
    };
  }

  private static boolean isSpaced(Recipe recipe) {
    return recipe.canonical() == Canonical.PY_DEFAULT;
  }

  private static Wrapping wrapping(Body.Wrapper wrapper, boolean spaced) {
    var isPrevFirst = wrapper.prevKey().compareTo(wrapper.payloadKey()) < 0;
    var colon = spaced ? "\": " : "\":";
    var first = isPrevFirst ? wrapper.prevKey() : wrapper.payloadKey();
    var second = isPrevFirst ? wrapper.payloadKey() : wrapper.prevKey();
    return new Wrapping(
        isPrevFirst,
        bytes("{\"" + first + colon),
        bytes((spaced ? ", \"" : ",\"") + second + colon),
        bytes("}"));
  }

  private static MessageDigest algorithm(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm instanceof Algorithm.Digest sha ? sha.name() : "");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the examiner has it", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Which members of the next entry hold the two hashes.
  void members(int own, int before) {
    hashMember = own;
    prevMember = before;
  }

  /// Hashes the entry whose line goes from `at` to `end` and was scanned last.
  ///
  /// @param prev where the hash text begins that it names, or [JsonScan#NOT] for null
  void digest(byte[] line, JsonScan scan, int at, int end, int prev, int prevEnd) {
    length = 0;
    switch (body) {
      case Body.Entry cut -> entry(line, scan, cut.prev(), prev, prevEnd);
      case Body.Wrapper wrapper -> wrapped(line, scan, prev, prevEnd);
      case Body.RawLine raw -> put(line, at, end);
      case Body.FieldList list -> throw new IllegalStateException("not suited");
      case Body.OwnLog log -> throw new IllegalStateException("not suited");
    }
    digest.update(input, 0, length);
    try {
      digest.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("its own length is enough", e);
    }
    Bytes.putHex(text, prefix, hash, hash.length);
  }

  private void entry(byte[] line, JsonScan scan, PrevPosition position, int prev, int prevEnd) {
    if (position == PrevPosition.PREFIX) {
      named(line, prev, prevEnd);
      put(delimiter, 0, delimiter.length);
    }
    rest(line, scan);
    if (position == PrevPosition.SUFFIX) {
      put(delimiter, 0, delimiter.length);
      named(line, prev, prevEnd);
    }
  }

  private void named(byte[] line, int prev, int prevEnd) {
    if (prev != JsonScan.NOT) {
      put(line, prev, prevEnd);
    }
  }

  private void wrapped(byte[] line, JsonScan scan, int prev, int prevEnd) {
    put(wrapping.before(), 0, wrapping.before().length);
    if (wrapping.isPrevFirst()) {
      quoted(line, prev, prevEnd);
    } else {
      rest(line, scan);
    }
    put(wrapping.between(), 0, wrapping.between().length);
    if (wrapping.isPrevFirst()) {
      rest(line, scan);
    } else {
      quoted(line, prev, prevEnd);
    }
    put(wrapping.after(), 0, wrapping.after().length);
  }

  private void quoted(byte[] line, int prev, int prevEnd) {
    if (prev == JsonScan.NOT) {
      put(NULL, 0, NULL.length);
    } else {
      put(line, prev - 1, prevEnd + 1);
    }
  }

  /// The object without the members that are left out: neighbours are copied together.
  private void rest(byte[] line, JsonScan scan) {
    room(2);
    input[length++] = '{';
    var isFirst = true;
    for (var i = 0; i < scan.members(); i++) {
      if (isLeftOut(i)) {
        continue;
      }
      var from = i;
      while (i + 1 < scan.members() && !isLeftOut(i + 1)) {
        i++;
      }
      if (!isFirst) {
        put(comma, 0, comma.length);
      }
      isFirst = false;
      put(line, scan.memberAt(from), scan.valueEnd(i));
    }
    room(1);
    input[length++] = '}';
  }

  private boolean isLeftOut(int member) {
    return (member == hashMember && isHashOut) || (member == prevMember && isPrevOut);
  }

  private void put(byte[] from, int start, int end) {
    room(end - start);
    System.arraycopy(from, start, input, length, end - start);
    length += end - start;
  }

  private void room(int more) {
    if (input.length < length + more) {
      input = Arrays.copyOf(input, 2 * (length + more));
    }
  }

  /// The hash text of the last entry; good until the next, and up to [#textEnd()].
  byte[] text() {
    return text;
  }

  int textEnd() {
    return end;
  }

  /// Whether the hash text of the last entry stands here.
  boolean isSpelled(byte[] line, int from, int to) {
    return Arrays.equals(line, from, to, text, 0, end);
  }
}
