package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An OpenSSH signature file (`PROTOCOL.sshsig`, version 1): what `ssh-keygen -Y sign` writes and
/// `-Y verify` reads. Immutable.
public final class SshSig {
  private static final Armor ARMOR = new Armor("SSH SIGNATURE");
  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LONGEST = 64 * 1024;

  private final int version;
  private final byte[] keyBlob;
  private final String keyType;
  private final String namespace;
  private final String hashAlgorithm;
  private final byte[] signatureBlob;

  private SshSig(byte[] blob) throws Malformed {
    WireReader reader = new WireReader(blob);
    reader.expect(MAGIC, "it does not begin with SSHSIG");
    version = reader.uint32();
    keyBlob = reader.string();
    keyType = PublicKeyLine.typeOf(keyBlob);
    namespace = reader.text();
    byte[] reserved = reader.string();
    hashAlgorithm = reader.text();
    signatureBlob = reader.string();
    reader.end();
    if (version < 1 || namespace.isEmpty() || reserved.length != 0) {
      throw new Malformed("its version, namespace or reserved field is impossible");
    }
    if (keyType.equals(Ed25519PublicKey.TYPE)) {
      Ed25519PublicKey.readBlob(keyBlob);
      rawSignature();
    }
  }

  /// Signs a message for one purpose, with SHA-512.
  ///
  /// @param namespace the purpose, such as `release-record@plimsoll.dev`; a signature for one is
  ///   none for another
  /// @return the text of a signature file, with a final line feed
  /// @throws Problem when the signer cannot sign
  public static String sign(Signer signer, String namespace, byte[] message) {
    if (namespace.isEmpty()) {
      throw new IllegalArgumentException("a signature without a purpose is none");
    }
    byte[] signature = signer.signEd25519(toBeSigned(namespace, "sha512", Digests.sha512(message)));
    byte[] blob =
        new WireWriter()
            .raw(MAGIC)
            .uint32(VERSION)
            .string(signer.publicKey().sshBlob())
            .string(namespace)
            .string("")
            .string("sha512")
            .string(new WireWriter().string(Ed25519PublicKey.TYPE).string(signature).bytes())
            .bytes();
    return ARMOR.write(blob);
  }

  /// Reads a signature file that has exactly the form [#sign] and `ssh-keygen` give it.
  ///
  /// @throws Problem when it has not
  public static SshSig parse(String armored) {
    try {
      return read(armored);
    } catch (Malformed e) {
      throw Problem.of(
          "Signature not readable",
          "It is no SSH signature file: " + e.reason() + ".",
          "Get the file again from where it was published.");
    }
  }

  /// Reads and verifies in one go; never throws. What cannot be read is not a valid signature.
  public static SigVerdict verify(String armored, byte[] message, String expectedNamespace) {
    try {
      return read(armored).verify(message, expectedNamespace);
    } catch (Malformed e) {
      return new SigVerdict.Invalid(
          TrustCode.SIG_INVALID, "The signature cannot be read: " + e.reason() + ".");
    }
  }

  /// What this signature proves about these bytes for this purpose; never throws.
  public SigVerdict verify(byte[] message, String expectedNamespace) {
    if (version != VERSION) {
      return new SigVerdict.CouldNotTell(
          "The signature is of version " + version + ", newer than this program knows.");
    }
    if (!namespace.equals(expectedNamespace)) {
      return new SigVerdict.Invalid(
          TrustCode.SIG_NAMESPACE,
          "The signature was made for \""
              + Printable.of(namespace)
              + "\", not for \""
              + expectedNamespace
              + "\".");
    }
    Optional<Ed25519PublicKey> key = publicKey();
    if (key.isEmpty()) {
      return new SigVerdict.CouldNotTell("Unsupported key type " + Printable.of(keyType) + ".");
    }
    return switch (hashAlgorithm) {
      case "sha512" -> verify(key.get(), Digests.sha512(message));
      case "sha256" -> verify(key.get(), Digests.sha256(message));
      default ->
          new SigVerdict.CouldNotTell(
              "Unsupported hash algorithm " + Printable.of(hashAlgorithm) + ".");
    };
  }

  private SigVerdict verify(Ed25519PublicKey key, byte[] digest) {
    if (key.isWeak()) {
      return new SigVerdict.Invalid(
          TrustCode.KEY_WEAK, "Under the key " + key + " anybody can make signatures.");
    }
    byte[] signed = toBeSigned(namespace, hashAlgorithm, digest);
    try {
      if (key.verify(signed, rawSignature())) {
        return new SigVerdict.Valid(key);
      }
    } catch (Malformed e) {
      // cannot be: it was read when this object was made; not proven all the same
    }
    return new SigVerdict.Invalid(
        TrustCode.SIG_INVALID, "The signature of " + key + " does not belong to these bytes.");
  }

  /// The purpose the signature was made for.
  public String namespace() {
    return namespace;
  }

  /// OpenSSH's name of the key's type.
  public String keyType() {
    return keyType;
  }

  /// The key, when it is one that can be verified here. It stands in the file, so it proves nothing
  /// by itself.
  public Optional<Ed25519PublicKey> publicKey() {
    try {
      return keyType.equals(Ed25519PublicKey.TYPE)
          ? Optional.of(Ed25519PublicKey.readBlob(keyBlob))
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// `SHA256:...` of the key, whatever its type.
  public String fingerprint() {
    return PublicKeyLine.fingerprint(keyBlob);
  }

  /// `sha512` or `sha256`, or whatever else the file says.
  public String hashAlgorithm() {
    return hashAlgorithm;
  }

  private byte[] rawSignature() throws Malformed {
    WireReader reader = new WireReader(signatureBlob);
    String algorithm = reader.text();
    byte[] signature = reader.string();
    reader.end();
    if (!algorithm.equals(keyType) || signature.length != 64) {
      throw new Malformed("its signature is not one of an Ed25519 key");
    }
    return signature;
  }

  private static SshSig read(String armored) throws Malformed {
    if (armored.length() > LONGEST) {
      throw new Malformed("it is larger than any signature");
    }
    return new SshSig(ARMOR.read(armored));
  }

  private static byte[] toBeSigned(String namespace, String hashAlgorithm, byte[] digest) {
    return new WireWriter()
        .raw(MAGIC)
        .string(namespace)
        .string("")
        .string(hashAlgorithm)
        .string(digest)
        .bytes();
  }
}
