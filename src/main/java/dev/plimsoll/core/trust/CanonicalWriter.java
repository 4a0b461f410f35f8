package dev.plimsoll.core.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one value as RFC 8785 says: members by UTF-16 code units, the shortest escapes, no white
/// space.
final class CanonicalWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] out = new byte[512];
  private int length;

  byte[] write(@Nullable Object value) {
    value(value, 0);
    return Arrays.copyOf(out, length);
  }

  /// The index of a surrogate without its other half, or -1.
  static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
              : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      if (Character.isSurrogate(c) && !paired) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a double holds the number and no neighbour of it.
  static boolean isExact(long n) {
    return n <= CanonicalJson.LARGEST_INTEGER && n >= -CanonicalJson.LARGEST_INTEGER;
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case null -> ascii("null");
      case String text -> text(text);
      case Boolean truth -> ascii(truth ? "true" : "false");
      case Integer n -> ascii(Integer.toString(n));
      case Long n -> integer(n);
      case Map<?, ?> map -> object(map, deeper(depth));
      case List<?> list -> array(list, deeper(depth));
      default ->
          throw new IllegalArgumentException(
              "no canonical JSON for a value of " + value.getClass().getName());
    }
  }

  private static int deeper(int depth) {
    if (depth == CanonicalJson.DEEPEST) {
      throw new IllegalArgumentException("deeper than " + CanonicalJson.DEEPEST + " levels");
    }
    return depth + 1;
  }

  private void integer(long n) {
    if (!isExact(n)) {
      throw new IllegalArgumentException("integer beyond 2^53-1: " + n);
    }
    ascii(Long.toString(n));
  }

  private void object(Map<?, ?> map, int depth) {
    String[] names = new String[map.size()];
    int n = 0;
    for (Object key : map.keySet()) {
      if (!(key instanceof String name)) {
        throw new IllegalArgumentException("member name is not text: " + key);
      }
      names[n++] = name;
    }
    Arrays.sort(names); // String's own order is that of UTF-16 code units
    put('{');
    for (int i = 0; i < names.length; i++) {
      if (i > 0) {
        put(',');
      }
      text(names[i]);
      put(':');
      value(map.get(names[i]), depth);
    }
    put('}');
  }

  private void array(List<?> list, int depth) {
    put('[');
    boolean first = true;
    for (Object item : list) {
      if (!first) {
        put(',');
      }
      first = false;
      value(item, depth);
    }
    put(']');
  }

  private void text(String text) {
    if (loneSurrogate(text) >= 0) {
      throw new IllegalArgumentException("half a surrogate pair in \"" + Printable.of(text) + "\"");
    }
    put('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      switch (b) {
        case '"', '\\' -> escape((char) b);
        case '\b' -> escape('b');
        case '\t' -> escape('t');
        case '\n' -> escape('n');
        case '\f' -> escape('f');
        case '\r' -> escape('r');
        default -> {
          if (b >= 0 && b < 0x20) {
            ascii("\\u00");
            put(HEX[b >> 4]);
            put(HEX[b & 15]);
          } else {
            put(b);
          }
        }
      }
    }
    put('"');
  }

  private void escape(char c) {
    put('\\');
    put(c);
  }

  private void ascii(String s) {
    for (int i = 0; i < s.length(); i++) {
      put(s.charAt(i));
    }
  }

  private void put(int b) {
    if (length == out.length) {
      out = Arrays.copyOf(out, length * 2);
    }
    out[length++] = (byte) b;
  }
}
