package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/// An Ed25519 public key (RFC 8032) with OpenSSH's names for it (RFC 8709). Immutable, compared by
/// its 32 bytes.
public final class Ed25519PublicKey {
  /// OpenSSH's name of the key type.
  public static final String TYPE = "ssh-ed25519";

  private static final int RAW_LENGTH = Ed25519.PUBLIC_KEY_SIZE;

  private final byte[] raw;
  private final String fingerprint;
  private final Ed25519.@Nullable PublicPoint point;

  private Ed25519PublicKey(byte[] raw) {
    this.raw = raw.clone();
    this.fingerprint = PublicKeyLine.fingerprint(blob(raw));
    this.point = Ed25519.validatePublicKeyFullExport(this.raw, 0);
  }

  /// @param raw the 32 bytes of RFC 8032, whatever point they stand for: ask [#isWeak()]
  /// @throws IllegalArgumentException for another length
  public static Ed25519PublicKey fromRaw(byte[] raw) {
    if (raw.length != RAW_LENGTH) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
    }
    return new Ed25519PublicKey(raw);
  }

  /// @param blob the wire form, `s("ssh-ed25519") || s(raw)`
  /// @throws Problem when it is anything else
  public static Ed25519PublicKey fromSshBlob(byte[] blob) {
    try {
      return readBlob(blob);
    } catch (Malformed e) {
      throw unreadable(e);
    }
  }

  /// @param line `ssh-ed25519 AAAAC3... comment`, the content of a `.pub` file
  /// @throws Problem when it is anything else
  public static Ed25519PublicKey fromOpenSsh(String line) {
    try {
      return readBlob(PublicKeyLine.parse(line).blob());
    } catch (Malformed e) {
      throw unreadable(e);
    }
  }

  static Ed25519PublicKey readBlob(byte[] blob) throws Malformed {
    WireReader reader = new WireReader(blob);
    String type = reader.text();
    if (!type.equals(TYPE)) {
      throw new Malformed("it is a key of type " + Printable.of(type) + ", not " + TYPE);
    }
    byte[] raw = reader.string();
    reader.end();
    if (raw.length != RAW_LENGTH) {
      throw new Malformed("an Ed25519 key has 32 bytes, not " + raw.length);
    }
    return new Ed25519PublicKey(raw);
  }

  private static Problem unreadable(Malformed e) {
    return Problem.of(
        "Public key not readable",
        "This is no Ed25519 key as OpenSSH writes it: " + e.reason() + ".",
        "Give the one line of a .pub file that begins with ssh-ed25519.");
  }

  private static byte[] blob(byte[] raw) {
    return new WireWriter().string(TYPE).string(raw).bytes();
  }

  /// The 32 bytes of RFC 8032, a copy.
  public byte[] raw() {
    return raw.clone();
  }

  /// The wire form, `s("ssh-ed25519") || s(raw)`.
  public byte[] sshBlob() {
    return blob(raw);
  }

  /// `SHA256:` and the unpadded Base64 of the blob's digest, as `ssh-keygen -l` prints it.
  public String fingerprint() {
    return fingerprint;
  }

  /// `ssh-ed25519 AAAAC3...`, without a comment and without a line feed.
  public String openSsh() {
    return TYPE + " " + StrictBase64.encode(sshBlob());
  }

  /// True unless the bytes are the one encoding of a point of prime order. Under a point of low
  /// order anybody can make signatures that JDK, OpenSSL and ssh-keygen accept; a key that any
  /// generator makes is never weak.
  public boolean isWeak() {
    return point == null;
  }

  /// True when the signature is this key's over exactly these bytes. Never throws: a weak key, a
  /// signature of another length and every failure inside are false.
  public boolean verify(byte[] message, byte[] signature) {
    if (point == null || signature.length != Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    try {
      return Ed25519.verify(signature, 0, point, message, 0, message.length);
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ed25519PublicKey key && Arrays.equals(raw, key.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return fingerprint;
  }
}
