package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshSigTest {
  private static final String PURPOSE = "test@plimsoll.dev";
  private static final byte[] MESSAGE = Fixtures.bytes("sshsig/message");

  @TempDir Path folder;

  @Test
  void sshKeygenVerifiesWhatWeSignAndRefusesItAfterOneByteIsChanged() throws IOException {
    Tool tool = Tool.in(folder);
    Path file = tool.newKey("id", "secret", "-t", "ed25519", "-a", "1");
    byte[] record = CanonicalJson.encode(List.of("record", "x".repeat(100_000)));
    try (FileSigner signer = KeyFiles.open(file, path -> "secret".toCharArray())) {
      Files.writeString(folder.resolve("record.sig"), SshSig.sign(signer, PURPOSE, record));
      String line = AllowedSigners.line("alice@example.org", signer.publicKey(), List.of(PURPOSE));
      Files.writeString(folder.resolve("allowed_signers"), line + "\n");
    }
    assertThat(verify(tool, record).output())
        .startsWith("Good \"test@plimsoll.dev\" signature for alice@example.org");
    byte[] changed = record.clone();
    changed[500] ^= 1;
    assertThat(verify(tool, changed).succeeded()).isFalse();
    String armored = Files.readString(folder.resolve("record.sig"));
    assertThat(SshSig.verify(armored, record, PURPOSE)).isInstanceOf(SigVerdict.Valid.class);
    assertThat(SshSig.verify(armored, changed, PURPOSE))
        .isEqualTo(
            new SigVerdict.Invalid(
                TrustCode.SIG_INVALID,
                "The signature of "
                    + SshSig.parse(armored).fingerprint()
                    + " does not belong to these bytes."));
  }

  private static Tool.Ran verify(Tool tool, byte[] message) {
    return tool.feed(
        message,
        "ssh-keygen",
        "-Y",
        "verify",
        "-f",
        "allowed_signers",
        "-I",
        "alice@example.org",
        "-n",
        PURPOSE,
        "-s",
        "record.sig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sha512"})
  void verifiesWhatSshKeygenSigns(String hash) throws IOException {
    Tool tool = Tool.in(folder);
    tool.newKey("id", "", "-t", "ed25519");
    byte[] message = new byte[70_000];
    new Random(4).nextBytes(message);
    Files.write(folder.resolve("message"), message);
    tool.must(
        "ssh-keygen",
        "-q",
        "-Y",
        "sign",
        "-Ohashalg=" + hash,
        "-f",
        "id",
        "-n",
        PURPOSE,
        "message");
    String armored = Files.readString(folder.resolve("message.sig"));
    Ed25519PublicKey key = Ed25519PublicKey.fromOpenSsh(Files.readString(folder.resolve("id.pub")));

    assertThat(SshSig.verify(armored, message, PURPOSE)).isEqualTo(new SigVerdict.Valid(key));
    SshSig sig = SshSig.parse(armored);
    assertThat(sig.namespace()).isEqualTo(PURPOSE);
    assertThat(sig.hashAlgorithm()).isEqualTo(hash);
    assertThat(sig.publicKey()).contains(key);
    message[69_999] ^= 1;
    assertThat(sig.verify(message, PURPOSE)).isInstanceOf(SigVerdict.Invalid.class);
  }

  @Test
  void writesTheVeryBytesThatSshKeygenWrites() throws IOException {
    Tool tool = Tool.in(folder);
    Path file = tool.newKey("id", "", "-t", "ed25519");
    Files.write(folder.resolve("message"), MESSAGE);
    tool.must("ssh-keygen", "-q", "-Y", "sign", "-f", "id", "-n", PURPOSE, "message");
    try (FileSigner signer = KeyFiles.open(file, PassphraseSource.none())) {
      assertThat(folder.resolve("message.sig")).hasContent(SshSig.sign(signer, PURPOSE, MESSAGE));
      assertThatThrownBy(() -> SshSig.sign(signer, "", MESSAGE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "good-sha256"})
  void acceptsTheCommittedGoodSignatures(String name) {
    Ed25519PublicKey key = Ed25519PublicKey.fromOpenSsh(Fixtures.text("sshsig/signer.pub"));
    assertThat(SshSig.verify(Fixtures.text("sshsig/" + name + ".sig"), MESSAGE, PURPOSE))
        .isEqualTo(new SigVerdict.Valid(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base64-stray-bits",
        "begin-line-of-pgp",
        "carriage-returns",
        "columns-76",
        "cut-off",
        "data-after-end",
        "empty",
        "end-line-missing",
        "key-31-bytes",
        "length-negative",
        "length-past-end",
        "line-feed-too-many",
        "magic-wrong",
        "namespace-empty",
        "namespace-not-text",
        "no-final-line-feed",
        "reserved-filled",
        "signature-63-bytes",
        "signature-of-other-type",
        "signature-with-appendix",
        "space-in-base64",
        "text-after",
        "text-before",
        "version-0",
      })
  void aMalformedFileIsNoSignature(String defect) {
    String armored = Fixtures.text("sshsig/" + defect + ".sig");
    assertThat(SshSig.verify(armored, MESSAGE, PURPOSE))
        .isInstanceOfSatisfying(
            SigVerdict.Invalid.class,
            invalid -> {
              assertThat(invalid.code()).isEqualTo(TrustCode.SIG_INVALID);
              assertThat(invalid.sentence())
                  .startsWith("The signature cannot be read: ")
                  .endsWith(".");
            });
    assertThatThrownBy(() -> SshSig.parse(armored))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Signature not readable: It is no SSH signature file: ");
  }

  @ParameterizedTest
  @CsvSource({
    "signature-bit-flipped, SIG_INVALID,   does not belong to these bytes",
    "signature-malleated,   SIG_INVALID,   does not belong to these bytes",
    "namespace-exchanged,   SIG_NAMESPACE, made for \"other@plimsoll.dev\"",
    "weak-key-forged,       KEY_WEAK,      anybody can make signatures",
  })
  void aWellFormedFileThatProvesNothingSaysWhy(String defect, TrustCode code, String sentence) {
    assertThat(SshSig.verify(Fixtures.text("sshsig/" + defect + ".sig"), MESSAGE, PURPOSE))
        .isInstanceOfSatisfying(
            SigVerdict.Invalid.class,
            invalid -> {
              assertThat(invalid.code()).isEqualTo(code);
              assertThat(invalid.sentence()).contains(sentence);
            });
  }

  @Test
  void anExchangedNamespaceDoesNotVerifyUnderItsNewNameEither() {
    assertThat(
            SshSig.verify(
                Fixtures.text("sshsig/namespace-exchanged.sig"), MESSAGE, "other@plimsoll.dev"))
        .isInstanceOf(SigVerdict.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-key,   Unsupported key type ssh-rsa.",
    "ecdsa-key, Unsupported key type ecdsa-sha2-nistp256.",
    "hash-sha1, Unsupported hash algorithm sha1.",
    "version-2, 'The signature is of version 2, newer than this program knows.'",
  })
  void whatItCannotCheckIsNeitherGoodNorBad(String kind, String sentence) {
    SshSig sig = SshSig.parse(Fixtures.text("sshsig/" + kind + ".sig"));
    assertThat(sig.verify(MESSAGE, PURPOSE)).isEqualTo(new SigVerdict.CouldNotTell(sentence));
    assertThat(sig.fingerprint()).startsWith("SHA256:");
  }

  @Test
  void refusesTheForgeryThatSshKeygenAccepts() throws IOException {
    Tool tool = Tool.in(folder);
    Files.writeString(
        folder.resolve("allowed_signers"),
        "alice@example.org " + Fixtures.text("sshsig/weak-key.pub"));
    Files.write(folder.resolve("record.sig"), Fixtures.bytes("sshsig/weak-key-forged.sig"));
    assertThat(verify(tool, "never signed by anybody".getBytes(StandardCharsets.UTF_8)).output())
        .startsWith("Good");
    assertThat(SshSig.verify(Fixtures.text("sshsig/weak-key-forged.sig"), MESSAGE, PURPOSE))
        .isInstanceOf(SigVerdict.Invalid.class);
  }

  @Test
  void noChangedLetterOfASignatureFileIsAccepted() {
    String good = Fixtures.text("sshsig/good.sig");
    for (int i = 0; i < good.length(); i++) {
      for (char other : new char[] {'A', 'B', '/', '=', '\n', '-'}) {
        String changed = good.substring(0, i) + other + good.substring(i + 1);
        if (!changed.equals(good)) {
          assertThat(SshSig.verify(changed, MESSAGE, PURPOSE))
              .as(changed)
              .isNotInstanceOf(SigVerdict.Valid.class);
        }
      }
    }
  }
}
