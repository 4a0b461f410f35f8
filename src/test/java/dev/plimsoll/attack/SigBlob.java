package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.regex.Pattern;

/// A signature file of OpenSSH, opened to the byte.
final class SigBlob {
  /// Where the parts of ours lie.
  static final int MAGIC = 0;

  static final int VERSION = 9;
  static final int KEY = 33;
  static final int NAMESPACE = 69;

  private SigBlob() {}

  static byte[] of(String armored) {
    return Base64.getDecoder()
        .decode(armored.replaceAll("-----[A-Z ]+-----", "").replace("\n", ""));
  }

  static String armored(byte[] blob) {
    var lines = Pattern.compile(".{1,70}").matcher(Base64.getEncoder().encodeToString(blob));
    return "-----BEGIN SSH SIGNATURE-----\n"
        + lines.results().map(line -> line.group() + "\n").reduce("", String::concat)
        + "-----END SSH SIGNATURE-----\n";
  }

  /// @param at from the beginning, or from the end where negative
  static String flipped(String armored, int at) {
    var blob = of(armored);
    blob[at < 0 ? blob.length + at : at] ^= 1;
    return armored(blob);
  }

  /// The place of a text in it.
  static int find(String armored, String text) {
    return new String(of(armored), ISO_8859_1).indexOf(text);
  }
}
