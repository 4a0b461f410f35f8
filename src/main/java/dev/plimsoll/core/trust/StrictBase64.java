package dev.plimsoll.core.trust;

import java.util.Base64;

/// Base64 (RFC 4648, section 4) where one sequence of bytes has one spelling: padded, no gaps, no
/// stray bits.
final class StrictBase64 {
  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] decode(String text) throws Malformed {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("it is not Base64");
    }
    if (!encode(bytes).equals(text)) {
      throw new Malformed("its Base64 is not spelled canonically");
    }
    return bytes;
  }
}
