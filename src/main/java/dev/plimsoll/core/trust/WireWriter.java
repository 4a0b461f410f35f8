package dev.plimsoll.core.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writes SSH's wire encoding (RFC 4251, section 5). Not thread-safe.
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  WireWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  WireWriter octet(int value) {
    out.write(value);
    return this;
  }

  WireWriter uint32(int value) {
    return raw(ByteBuffer.allocate(4).putInt(value).array());
  }

  WireWriter string(byte[] bytes) {
    return uint32(bytes.length).raw(bytes);
  }

  WireWriter string(String text) {
    return string(text.getBytes(StandardCharsets.UTF_8));
  }

  int length() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
