package dev.plimsoll.core.record;

import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;

/// A "key" of low order, the neutral point: its signatures are anybody's.
final class WeakKey implements Signer {
  @Override
  public Ed25519PublicKey publicKey() {
    var neutral = new byte[32];
    neutral[0] = 1;
    return Ed25519PublicKey.fromRaw(neutral);
  }

  @Override
  public byte[] signEd25519(byte[] message) {
    var signature = new byte[64];
    signature[0] = 1;
    return signature;
  }

  @Override
  public void close() {}
}
