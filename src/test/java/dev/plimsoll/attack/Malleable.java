package dev.plimsoll.attack;

import java.math.BigInteger;

/// A second signature made of a first without the key: S plus the order of the group.
final class Malleable {
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private Malleable() {}

  static String plusOrder(String armored) {
    var blob = SigBlob.of(armored);
    var little = new byte[33];
    for (var i = 0; i < 32; i++) {
      little[32 - i] = blob[blob.length - 32 + i];
    }
    var more = new BigInteger(little).add(ORDER).toByteArray();
    for (var i = 0; i < 32; i++) {
      var at = more.length - 1 - i;
      blob[blob.length - 32 + i] = at < 0 ? 0 : more[at];
    }
    return SigBlob.armored(blob);
  }
}
