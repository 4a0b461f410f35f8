package dev.plimsoll.core.audit.foreign;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Where bytes stop being UTF-8.
final class Utf8Fault {
  private Utf8Fault() {}

  /// The first byte of what is no character; the last byte where all of them are.
  static int offset(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(in, CharBuffer.allocate(bytes.length), true);
    return Math.min(in.position(), bytes.length - 1);
  }
}
