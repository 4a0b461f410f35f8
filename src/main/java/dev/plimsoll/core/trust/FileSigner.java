package dev.plimsoll.core.trust;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A private key read from an OpenSSH key file by [KeyFiles#open]. The secret is overwritten on
/// close.
public final class FileSigner implements Signer {
  private final byte[] seed;
  private final Ed25519PublicKey publicKey;
  private final String comment;
  private boolean closed;

  /// The public key is computed here and never taken from outside: signing under a foreign public
  /// key gives the secret away.
  FileSigner(byte[] seed, String comment) {
    byte[] raw = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, raw, 0);
    this.seed = seed.clone();
    this.publicKey = Ed25519PublicKey.fromRaw(raw);
    this.comment = comment;
  }

  @Override
  public Ed25519PublicKey publicKey() {
    return publicKey;
  }

  /// What the key's owner wrote beside it, often `name@host`; possibly empty, proves nothing.
  public String comment() {
    return comment;
  }

  /// @throws IllegalStateException after close
  @Override
  public synchronized byte[] signEd25519(byte[] message) {
    if (closed) {
      throw new IllegalStateException("the key was closed");
    }
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(seed, (byte) 0);
  }
}
