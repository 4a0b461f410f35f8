package dev.plimsoll.core.trust;

import java.util.Base64;

/// A public key of any type as OpenSSH writes it: `ssh-ed25519 AAAAC3... comment`.
///
/// @param type the key type, the same outside and inside the blob
/// @param blob the wire form that fingerprints are made of
/// @param comment the rest of the line, possibly empty
@SuppressWarnings("ArrayRecordComponent") // never compared
record PublicKeyLine(String type, byte[] blob, String comment) {
  private static final int LONGEST = 16 * 1024;

  static PublicKeyLine parse(String line) throws Malformed {
    if (line.length() > LONGEST) {
      throw new Malformed("the key is longer than any real one");
    }
    String[] words = line.strip().split("[ \t]+", 3);
    if (words.length < 2) {
      throw new Malformed("the key is missing after \"" + Printable.of(line.strip()) + "\"");
    }
    byte[] blob = StrictBase64.decode(words[1]);
    if (!typeOf(blob).equals(words[0])) {
      throw new Malformed("the key inside is not of the type \"" + Printable.of(words[0]) + "\"");
    }
    return new PublicKeyLine(words[0], blob, words.length == 3 ? words[2] : "");
  }

  static String typeOf(byte[] blob) throws Malformed {
    return new WireReader(blob).text();
  }

  static String fingerprint(byte[] blob) {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Digests.sha256(blob));
  }
}
