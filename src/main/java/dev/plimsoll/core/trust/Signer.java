package dev.plimsoll.core.trust;

/// Someone's private Ed25519 key, wherever it lives. Close it when done. Safe to use from several
/// threads.
public interface Signer extends AutoCloseable {
  Ed25519PublicKey publicKey();

  /// The 64 bytes of a plain Ed25519 signature over the message.
  ///
  /// @throws dev.plimsoll.core.model.Problem when the key's keeper refuses, is gone, or takes too
  ///   long, and for a message longer than [#longestMessage()]
  byte[] signEd25519(byte[] message);

  /// How many bytes a message may have: an agent takes a quarter of a megabyte, which a DSSE
  /// envelope (it signs the whole body) can exceed and an SSHSIG (it signs a digest) never does.
  default int longestMessage() {
    return Integer.MAX_VALUE;
  }

  @Override
  void close();
}
