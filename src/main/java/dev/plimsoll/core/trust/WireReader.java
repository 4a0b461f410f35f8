package dev.plimsoll.core.trust;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads SSH's wire encoding (RFC 4251, section 5) from bytes that nobody vouches for. Not
/// thread-safe.
final class WireReader {
  private final byte[] bytes;
  private int at;

  WireReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int remaining() {
    return bytes.length - at;
  }

  byte[] raw(int length) throws Malformed {
    if (length < 0 || length > remaining()) {
      throw new Malformed("its length runs past the end");
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  int octet() throws Malformed {
    return raw(1)[0] & 0xFF;
  }

  /// An unsigned 32-bit number; one beyond 2^31-1 is never a length or count of ours.
  int uint32() throws Malformed {
    int n = ByteBuffer.wrap(raw(4)).getInt();
    if (n < 0) {
      throw new Malformed("a number in it is absurdly large");
    }
    return n;
  }

  byte[] string() throws Malformed {
    return raw(uint32());
  }

  /// A string that has to be well-formed UTF-8.
  String text() throws Malformed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(string())).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("a name in it is not text");
    }
  }

  /// A string that nothing depends on, such as a comment, in whatever encoding it was written.
  String looseText() throws Malformed {
    return new String(string(), StandardCharsets.UTF_8);
  }

  void expect(byte[] literal, String otherwise) throws Malformed {
    if (literal.length > remaining() || !Arrays.equals(literal, raw(literal.length))) {
      throw new Malformed(otherwise);
    }
  }

  void end() throws Malformed {
    if (remaining() != 0) {
      throw new Malformed("something follows its end");
    }
  }
}
