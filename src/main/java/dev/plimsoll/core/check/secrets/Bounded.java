package dev.plimsoll.core.check.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes of one file after another, at most 5 MiB each, in a buffer that is used again. One for
/// each thread.
final class Bounded {
  static final int LARGEST = 5 << 20;

  private static final int BINARY_SHOWS_WITHIN = 8_000;

  private byte[] bytes = new byte[1 << 16];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /// Reads all of `content`, or says why it is not looked at. UTF-16 with a byte order mark becomes
  /// UTF-8.
  Tally.@Nullable Skip read(InputStream content) throws IOException {
    length = 0;
    while (true) {
      if (length == bytes.length) {
        if (length > LARGEST) {
          return Tally.Skip.LARGE;
        }
        bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 4, LARGEST + 1));
      }
      var count = content.read(bytes, length, bytes.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    if (length > LARGEST) {
      return Tally.Skip.LARGE;
    }
    var wide = wide();
    if (wide != null) {
      var text = new String(bytes, 2, length - 2, wide).getBytes(StandardCharsets.UTF_8);
      bytes = text.length == 0 ? new byte[1] : text;
      length = text.length;
      return null;
    }
    return isBinary() ? Tally.Skip.BINARY : null;
  }

  private @Nullable Charset wide() {
    if (length < 2) {
      return null;
    }
    if (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    return bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff ? StandardCharsets.UTF_16BE : null;
  }

  private boolean isBinary() {
    for (var i = 0; i < Math.min(length, BINARY_SHOWS_WITHIN); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
