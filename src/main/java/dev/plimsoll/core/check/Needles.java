package dev.plimsoll.core.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Byte strings to look for, each with what stands in its place. Immutable.
final class Needles {
  static final class Needle {
    private final byte[] bytes;
    private final byte[] mask;

    private Needle(byte[] bytes, byte[] mask) {
      this.bytes = bytes;
      this.mask = mask;
    }

    int length() {
      return bytes.length;
    }

    void writeMask(ByteArrayOutputStream out) {
      out.writeBytes(mask);
    }
  }

  private final Needle[][] byFirstByte = new Needle[256][];
  private final int longest;

  /// @param masks by the text to look for
  Needles(Map<String, String> masks) {
    var needles =
        masks.entrySet().stream()
            .map(entry -> new Needle(utf8(entry.getKey()), utf8(entry.getValue())))
            .sorted(Comparator.comparingInt((Needle needle) -> needle.length()).reversed())
            .toList();
    for (var needle : needles) {
      var first = needle.bytes[0] & 0xff;
      var before = byFirstByte[first] == null ? new Needle[0] : byFirstByte[first];
      var with = Arrays.copyOf(before, before.length + 1);
      with[before.length] = needle;
      byFirstByte[first] = with;
    }
    longest = needles.isEmpty() ? 0 : needles.getFirst().length();
  }

  /// Length of the longest needle, 0 where there is none.
  int longest() {
    return longest;
  }

  /// The longest needle that stands in `text` at `from` and ends before `to`, or null.
  @Nullable Needle at(byte[] text, int from, int to) {
    var candidates = byFirstByte[text[from] & 0xff];
    if (candidates == null) {
      return null;
    }
    for (var needle : candidates) {
      var length = needle.length();
      if (from + length <= to
          && Arrays.equals(needle.bytes, 0, length, text, from, from + length)) {
        return needle;
      }
    }
    return null;
  }

  /// Whether `text` breaks off at `to` inside what may become a needle that starts at `from`.
  boolean mayStart(byte[] text, int from, int to) {
    var candidates = byFirstByte[text[from] & 0xff];
    if (candidates == null) {
      return false;
    }
    for (var needle : candidates) {
      var there = to - from;
      if (there < needle.length() && Arrays.equals(needle.bytes, 0, there, text, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
