package dev.plimsoll.core.audit;

import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A real Ed25519 key whose seed is one byte repeated, so that committed fixtures can be made
/// again.
public final class SeededKey implements Signer {
  private final byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];

  public SeededKey(int filling) {
    Arrays.fill(seed, (byte) filling);
  }

  @Override
  public Ed25519PublicKey publicKey() {
    var raw = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, raw, 0);
    return Ed25519PublicKey.fromRaw(raw);
  }

  @Override
  public byte[] signEd25519(byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public void close() {}
}
