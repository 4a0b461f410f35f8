package dev.plimsoll.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.BCrypt;
import org.jspecify.annotations.Nullable;

/// The content of an OpenSSH private key file (`PROTOCOL.key` of OpenSSH): outer shell in the
/// clear, secret part perhaps encrypted with aes256-ctr under bcrypt.
///
/// @param cipher `none` or the cipher's name
/// @param kdf `none` or the name of what makes a key of the passphrase
/// @param kdfOptions salt and rounds in wire form, empty for `none`
/// @param publicBlob the public key, readable without the passphrase
/// @param secret the private part, as it lies
@SuppressWarnings("ArrayRecordComponent") // never compared
record PrivateKeyFile(
    String cipher, String kdf, byte[] kdfOptions, byte[] publicBlob, byte[] secret) {
  static final Armor ARMOR = new Armor("OPENSSH PRIVATE KEY");
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final String NONE = "none";
  private static final String AES = "aes256-ctr";
  private static final String KDF = "bcrypt";
  private static final int ROUNDS = 24;
  private static final int MOST_ROUNDS = 4096;

  /// The passphrase was another one.
  static final class WrongPassphrase extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// What the secret part holds.
  @SuppressWarnings("ArrayRecordComponent") // wiped by its one reader
  record Opened(byte[] seed, String comment) {}

  static PrivateKeyFile parse(String armored) throws Malformed {
    WireReader reader = new WireReader(ARMOR.readLoosely(armored));
    reader.expect(MAGIC, "it is not of OpenSSH's key format version 1");
    String cipher = reader.text();
    String kdf = reader.text();
    byte[] options = reader.string();
    if (reader.uint32() != 1) {
      throw new Malformed("it holds more than one key");
    }
    PrivateKeyFile file =
        new PrivateKeyFile(cipher, kdf, options, reader.string(), reader.string());
    reader.end();
    return file;
  }

  boolean isEncrypted() {
    return !cipher.equals(NONE);
  }

  /// Whether this program knows the cipher.
  boolean isSupported() {
    return isEncrypted() ? cipher.equals(AES) && kdf.equals(KDF) : kdf.equals(NONE);
  }

  /// @param passphrase bytes of the passphrase, ignored when the file is not encrypted
  Opened open(byte[] passphrase) throws Malformed, WrongPassphrase {
    byte[] clear =
        isEncrypted() ? crypt(Cipher.DECRYPT_MODE, secret, passphrase, kdfOptions) : secret.clone();
    try {
      return readSecret(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private Opened readSecret(byte[] clear) throws Malformed, WrongPassphrase {
    if (clear.length < 8 || clear.length % (isEncrypted() ? 16 : 8) != 0) {
      throw new Malformed("its secret part is cut off");
    }
    WireReader reader = new WireReader(clear);
    if (!Arrays.equals(reader.raw(4), reader.raw(4))) {
      if (isEncrypted()) {
        throw new WrongPassphrase();
      }
      throw new Malformed("its check numbers differ");
    }
    reader.expect(
        new WireWriter().string(Ed25519PublicKey.TYPE).bytes(), "it is not an Ed25519 key");
    byte[] raw = reader.string();
    byte[] pair = reader.string();
    String comment = reader.looseText();
    for (int n = 1; reader.remaining() > 0; n++) {
      if (reader.octet() != n) {
        throw new Malformed("its padding is wrong");
      }
    }
    if (raw.length != 32 || pair.length != 64) {
      throw new Malformed("its secret part has the wrong size");
    }
    byte[] seed = Arrays.copyOf(pair, 32);
    byte[] copy = Arrays.copyOfRange(pair, 32, 64);
    Arrays.fill(pair, (byte) 0);
    try (FileSigner signer = new FileSigner(seed, comment)) {
      byte[] own = signer.publicKey().raw();
      boolean together = Arrays.equals(signer.publicKey().sshBlob(), publicBlob);
      if (!together || !Arrays.equals(own, raw) || !Arrays.equals(own, copy)) {
        throw new Malformed("its secret and its public key do not belong together");
      }
    }
    return new Opened(seed, comment);
  }

  /// A key file for this secret, encrypted when there is a passphrase.
  static String write(
      byte[] seed, String comment, byte @Nullable [] passphrase, SecureRandom random) {
    byte[] check = bytes(random, 4);
    byte[] raw;
    byte[] publicBlob;
    try (FileSigner signer = new FileSigner(seed, comment)) {
      raw = signer.publicKey().raw();
      publicBlob = signer.publicKey().sshBlob();
    }
    WireWriter clear =
        new WireWriter().raw(check).raw(check).string(Ed25519PublicKey.TYPE).string(raw);
    clear.uint32(64).raw(seed).raw(raw).string(comment);
    int block = passphrase == null ? 8 : 16;
    for (int n = 1; clear.length() % block != 0; n++) {
      clear.octet(n);
    }
    WireWriter out = new WireWriter().raw(MAGIC);
    byte[] secret = clear.bytes();
    if (passphrase == null) {
      out.string(NONE).string(NONE).string("");
    } else {
      byte[] options = new WireWriter().string(bytes(random, 16)).uint32(ROUNDS).bytes();
      out.string(AES).string(KDF).string(options);
      try {
        secret = crypt(Cipher.ENCRYPT_MODE, secret, passphrase, options);
      } catch (Malformed e) {
        throw new IllegalStateException("options made here are always readable", e);
      }
    }
    out.uint32(1).string(publicBlob).string(secret);
    return ARMOR.write(out.bytes());
  }

  private static byte[] bytes(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] crypt(int mode, byte[] input, byte[] passphrase, byte[] options)
      throws Malformed {
    WireReader reader = new WireReader(options);
    byte[] salt = reader.string();
    int rounds = reader.uint32();
    reader.end();
    if (salt.length == 0 || rounds < 1 || rounds > MOST_ROUNDS) {
      throw new Malformed("its salt or number of rounds is outside what this program takes");
    }
    byte[] derived = BCrypt.pbkdfGenerate(passphrase, salt, rounds, 48);
    try {
      Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
      aes.init(
          mode, new SecretKeySpec(derived, 0, 32, "AES"), new IvParameterSpec(derived, 32, 16));
      return aes.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES in counter mode", e);
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }
}
