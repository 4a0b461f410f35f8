package dev.plimsoll.core.audit.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time. Nothing here looks at bounds beyond those of the array.
public final class Bytes {
  /// Bytes that must follow whatever is read with [#low(byte[], int)].
  public static final int PAD = 8;

  private static final VarHandle LOW =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle HIGH =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle HIGH_FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  private Bytes() {}

  /// The first byte lowest.
  static long low(byte[] bytes, int at) {
    return (long) LOW.get(bytes, at);
  }

  /// The top bit of the first byte that is this one, and perhaps of some after it.
  static long equal(long eight, int which) {
    var zero = eight ^ (which * ONES);
    return (zero - ONES) & ~zero & TOPS;
  }

  /// The top bit of the first byte that is below this one or not ASCII, and perhaps of some after
  /// it.
  static long belowOrHigh(long eight, int limit) {
    return (((eight - limit * ONES) & ~eight) | eight) & TOPS;
  }

  /// Where the first byte stands whose top bit is set.
  static int first(long tops) {
    return Long.numberOfTrailingZeros(tops) >>> 3;
  }

  /// Where the next line feed stands.
  ///
  /// @param end a line feed has to stand here, and [#PAD] bytes behind it
  static int lineFeed(byte[] bytes, int from, int end) {
    for (var at = from; at < end; at += Long.BYTES) {
      var found = equal(low(bytes, at), '\n');
      if (found != 0) {
        return Math.min(at + first(found), end);
      }
    }
    return end;
  }

  /// Whether 64 lower-case hex digits spell these 32 bytes.
  public static boolean isHex(byte[] text, int at, byte[] digest, int from) {
    for (var i = 0; i < 32; i += 4) {
      if (hex((int) HIGH_FOUR.get(digest, from + i)) != (long) HIGH.get(text, at + 2 * i)) {
        return false;
      }
    }
    return true;
  }

  /// Writes bytes as lower-case hex digits.
  ///
  /// @param count of the bytes, a multiple of four
  public static void putHex(byte[] text, int at, byte[] digest, int count) {
    for (var i = 0; i < count; i += 4) {
      HIGH.set(text, at + 2 * i, hex((int) HIGH_FOUR.get(digest, i)));
    }
  }

  /// Eight lower-case hex digits, the first one highest.
  private static long hex(int four) {
    var nibbles = four & 0xffffffffL;
    nibbles = (nibbles | nibbles << 16) & 0x0000ffff0000ffffL;
    nibbles = (nibbles | nibbles << 8) & 0x00ff00ff00ff00ffL;
    nibbles = (nibbles | nibbles << 4) & 0x0f0f0f0f0f0f0f0fL;
    var letters = (nibbles + 6 * ONES) >>> 4 & ONES;
    return nibbles + '0' * ONES + letters * ('a' - '0' - 10);
  }

  /// Whether these bytes stand here.
  public static boolean stands(byte[] bytes, int at, byte[] expected) {
    for (var i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
