package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519PublicKeyTest {
  @TempDir Path folder;

  @Test
  void hasTheFingerprintThatSshKeygenPrints() throws IOException {
    Path file = Tool.in(folder).newKey("id", "", "-t", "ed25519");
    String line = Files.readString(folder.resolve("id.pub"));
    Ed25519PublicKey key = Ed25519PublicKey.fromOpenSsh(line);
    assertThat(Tool.in(folder).must("ssh-keygen", "-l", "-f", file.toString()))
        .startsWith("256 " + key.fingerprint() + " ");
    assertThat(line).isEqualTo(key.openSsh() + " test id\n");
    assertThat(Ed25519PublicKey.fromSshBlob(key.sshBlob())).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(Ed25519PublicKey.fromRaw(key.raw())).isEqualTo(key);
    assertThat(key.isWeak()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-ed25519",
        "ssh-ed25519 AAAA",
        "ssh-ed25519 not/base64!",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAHwEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5f////wEA",
      })
  void saysWhatAKeyLooksLikeWhenItGetsSomethingElse(String line) {
    assertThatThrownBy(() -> Ed25519PublicKey.fromOpenSsh(line))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Public key not readable: ")
        .hasMessageEndingWith("Give the one line of a .pub file that begins with ssh-ed25519.");
  }

  /// Computed apart from this program: the 8 points whose order divides 8, every other encoding of
  /// them, the sum of a good point and one of small order, an encoding beyond the field, and no
  /// point at all.
  @ParameterizedTest
  @CsvSource({
    "identity,            0100000000000000000000000000000000000000000000000000000000000000",
    "order 2,             ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "order 4 even,        0000000000000000000000000000000000000000000000000000000000000000",
    "order 4 odd,         0000000000000000000000000000000000000000000000000000000000000080",
    "order 8 first,       26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "order 8 second,      26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "order 8 third,       c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "order 8 fourth,      c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "identity signed,     0100000000000000000000000000000000000000000000000000000000000080",
    "order 2 signed,      ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "order 4 as p,        edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "order 4 as p signed, edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "identity as p+1,     eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "the same signed,     eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "y as p+3,            f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "all ones,            ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "mixed order 2,       d600527f9723f2166ca2c99c90c52e4a21921cbec4edc771bac4fa0d5b3e2c24",
    "mixed order 4,       e3b97bafaaff89d5daa423e9d78e9506371d40f044b78353daed01f30e3e687e",
    "mixed order 8,       d63c01223147541df4e170763e9e2788a8bf5971f52a93c5829dbe6f5ff6bba9",
    "not on the curve,    0200000000000000000000000000000000000000000000000000000000000000",
  })
  void aKeyOfTheWrongOrderOrSpellingIsWeak(String name, String hex) {
    Ed25519PublicKey key = Ed25519PublicKey.fromRaw(HexFormat.of().parseHex(hex));
    assertThat(key.isWeak()).as(name).isTrue();
    assertThat(key.verify(new byte[0], forgedUnderTheIdentity())).isFalse();
  }

  @Test
  void thePrimeOrderPointBehindTheMixedOnesIsNotWeak() {
    String hex = "17ffad8068dc0de9935d36636f3ad1b5de6de3413b12388e453b05f2a4c1d3db";
    assertThat(Ed25519PublicKey.fromRaw(HexFormat.of().parseHex(hex)).isWeak()).isFalse();
  }

  @Test
  void refusesTheForgeryThatTheJdkAccepts() throws GeneralSecurityException {
    byte[] identity = new byte[32];
    identity[0] = 1;
    byte[] message = "any message at all".getBytes(StandardCharsets.UTF_8);
    assertThat(jdkVerify(identity, message, forgedUnderTheIdentity())).isTrue();
    assertThat(Ed25519PublicKey.fromRaw(identity).verify(message, forgedUnderTheIdentity()))
        .isFalse();
  }

  @Test
  void agreesWithTheJdkOnGoodAndOnDamagedSignatures() throws GeneralSecurityException {
    Random random = new Random(25519);
    int accepted = 0;
    for (int round = 0; round < 400; round++) {
      byte[] seed = new byte[32];
      byte[] message = new byte[random.nextInt(200)];
      random.nextBytes(seed);
      random.nextBytes(message);
      try (FileSigner signer = new FileSigner(seed, "")) {
        byte[] signature = signer.signEd25519(message);
        if (round % 2 == 1) {
          signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
        }
        boolean ours = signer.publicKey().verify(message, signature);
        assertThat(ours)
            .isEqualTo(jdkVerify(signer.publicKey().raw(), message, signature))
            .isEqualTo(round % 2 == 0);
        accepted += ours ? 1 : 0;
      }
    }
    assertThat(accepted).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 128})
  void aSignatureOfAnotherLengthIsNone(int length) {
    try (FileSigner signer = new FileSigner(new byte[32], "")) {
      byte[] signature = signer.signEd25519(new byte[0]);
      assertThat(signer.publicKey().verify(new byte[0], Arrays.copyOf(signature, length)))
          .isFalse();
    }
  }

  /// R the identity, S zero: under a key of order 1 it "signs" everything.
  private static byte[] forgedUnderTheIdentity() {
    byte[] signature = new byte[64];
    signature[0] = 1;
    return signature;
  }

  static boolean jdkVerify(byte[] raw, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = raw[31 - i];
    }
    boolean odd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7F;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    verifier.update(message);
    try {
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
