package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;

/// A keeper of a key that takes short messages only, as an agent does.
record SmallSigner(Signer key) implements Signer {
  private static final int LONGEST = 512;

  @Override
  public Ed25519PublicKey publicKey() {
    return key.publicKey();
  }

  @Override
  public int longestMessage() {
    return LONGEST;
  }

  @Override
  public byte[] signEd25519(byte[] message) {
    if (message.length > LONGEST) {
      throw Problem.of("Not signed", "The message is too long.", "Use the key file.");
    }
    return key.signEd25519(message);
  }

  @Override
  public void close() {}
}
