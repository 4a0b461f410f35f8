package dev.plimsoll.core.audit.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Damages the bytes of a chain at random.
final class Damage {
  private static final byte[][] PIECES = {
    "\n".getBytes(StandardCharsets.UTF_8),
    "\r".getBytes(StandardCharsets.UTF_8),
    " ".getBytes(StandardCharsets.UTF_8),
    "\"".getBytes(StandardCharsets.UTF_8),
    "\\".getBytes(StandardCharsets.UTF_8),
    "{".getBytes(StandardCharsets.UTF_8),
    "}".getBytes(StandardCharsets.UTF_8),
    ",".getBytes(StandardCharsets.UTF_8),
    "0".getBytes(StandardCharsets.UTF_8),
    "null".getBytes(StandardCharsets.UTF_8),
    "\\u0000".getBytes(StandardCharsets.UTF_8),
    {0},
    {(byte) 0xff},
  };

  private Damage() {}

  static byte[] of(byte[] bytes, Random random) {
    var at = random.nextInt(bytes.length);
    var to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
    return switch (random.nextInt(5)) {
      case 0 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      case 1 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
      case 2 ->
          joined(
              joined(Arrays.copyOf(bytes, at), PIECES[random.nextInt(PIECES.length)]),
              Arrays.copyOfRange(bytes, at, bytes.length));
      case 3 -> Arrays.copyOf(bytes, at);
      default -> {
        var changed = bytes.clone();
        changed[at] = (byte) random.nextInt();
        yield changed;
      }
    };
  }

  private static byte[] joined(byte[] a, byte[] b) {
    var both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
