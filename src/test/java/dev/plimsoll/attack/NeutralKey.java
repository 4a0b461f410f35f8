package dev.plimsoll.attack;

import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;

/// The neutral point for a key: this one signature is good for every message, in many programs.
final class NeutralKey implements Signer {
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
