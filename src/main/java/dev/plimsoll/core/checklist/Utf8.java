package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Text out of bytes, strictly: a byte that is no UTF-8 is an error with its place.
final class Utf8 {
  private Utf8() {}

  /// The text with a byte order mark left in, or null and a finding where the bytes are no UTF-8.
  static @Nullable String decode(String file, byte[] bytes, Findings findings) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var coded = decoder.decode(in, out, true);
    if (!coded.isError()) {
      return out.flip().toString();
    }
    findings.error(
        place(file, out.flip().toString()),
        "The byte 0x%02X is not UTF-8.".formatted(bytes[in.position()] & 0xFF),
        "Save the file as UTF-8.");
    return null;
  }

  private static Position place(String file, String before) {
    var lines = before.replace("\r\n", "\n").replace('\r', '\n');
    var line = (int) lines.chars().filter(c -> c == '\n').count() + 1;
    var column = lines.codePointCount(lines.lastIndexOf('\n') + 1, lines.length()) + 1;
    return new Position(file, line, column);
  }
}
