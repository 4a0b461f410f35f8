package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Tool tool;

  @BeforeEach
  void startInTheFolder() {
    tool = Tool.in(folder);
  }

  private static PassphraseSource of(String passphrase) {
    return file -> passphrase.toCharArray();
  }

  private Ed25519PublicKey publicKeyOf(Path file) throws IOException {
    return Ed25519PublicKey.fromOpenSsh(Files.readString(Path.of(file + ".pub")));
  }

  @Test
  void opensAKeyThatSshKeygenMade() throws IOException {
    Path file = tool.newKey("id", "", "-t", "ed25519");
    try (FileSigner signer = KeyFiles.open(file, PassphraseSource.none())) {
      assertThat(signer.publicKey()).isEqualTo(publicKeyOf(file));
      assertThat(signer.comment()).isEqualTo("test id");
      assertThat(signer.publicKey().verify(MESSAGE, signer.signEd25519(MESSAGE))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "16", "33"})
  void opensAnEncryptedKeyOfAnyNumberOfRounds(String rounds) throws IOException {
    Path file = tool.newKey("id", "pa\u00dfword \u20ac", "-t", "ed25519", "-a", rounds);
    try (FileSigner signer = KeyFiles.open(file, of("pa\u00dfword \u20ac"))) {
      assertThat(signer.publicKey()).isEqualTo(publicKeyOf(file));
    }
  }

  @Test
  void doesNotAskForThePassphraseOfAnOpenKeyAndOverwritesTheOneItGot() {
    Path open = tool.newKey("open", "", "-t", "ed25519");
    KeyFiles.open(
            open,
            file -> {
              throw new AssertionError("asked");
            })
        .close();
    char[] given = "secret".toCharArray();
    KeyFiles.open(tool.newKey("locked", "secret", "-t", "ed25519", "-a", "1"), file -> given)
        .close();
    assertThat(given).containsOnly('\0');
  }

  @Test
  void aWrongPassphraseIsSaidToBeWrong() {
    Path file = tool.newKey("id", "right", "-t", "ed25519", "-a", "1");
    assertThatThrownBy(() -> KeyFiles.open(file, of("wrong")))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "Key not opened: The passphrase does not open "
                + file
                + ". Try again, or add the key to your agent with: ssh-add "
                + file);
    assertThatThrownBy(() -> KeyFiles.open(file, of(""))).hasMessageContaining("does not open");
    assertThatThrownBy(() -> KeyFiles.open(file, PassphraseSource.none()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("needs a passphrase and none was given");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void aKeyOpenToOthersIsRefusedAsSshDoes(String permissions) throws IOException {
    Path file = tool.newKey("id", "", "-t", "ed25519");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> KeyFiles.open(file, PassphraseSource.none()))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "Key not opened: "
                + file
                + " is open to others ("
                + permissions
                + "). Close it with: chmod 600 "
                + file);
    assertThat(tool.run("ssh-keygen", "-y", "-f", "id").output())
        .contains("UNPROTECTED PRIVATE KEY");
  }

  @Test
  void keysOfOtherTypesAndCiphersAreNamedAndTurnedAway() {
    Path rsa = tool.newKey("rsa", "", "-t", "rsa", "-b", "2048");
    assertThatThrownBy(() -> KeyFiles.open(rsa, PassphraseSource.none()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is a key of type ssh-rsa; only ssh-ed25519 keys sign here.");
    Path cbc = tool.newKey("cbc", "secret", "-t", "ed25519", "-Z", "aes256-cbc");
    assertThatThrownBy(() -> KeyFiles.open(cbc, of("secret")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is encrypted with aes256-cbc")
        .hasMessageContaining("ssh-keygen -p -Z aes256-ctr -f " + cbc);
    tool.must(
        "ssh-keygen", "-q", "-p", "-Z", "aes256-ctr", "-P", "secret", "-N", "secret", "-f", "cbc");
    KeyFiles.open(cbc, of("secret")).close();
  }

  @Test
  void whatIsNoKeyFileIsTurnedAwayWithItsReason() throws IOException {
    refused(folder.resolve("gone"), "does not exist");
    refused(folder, "");
    refused(secret("empty", ""), "does not begin with -----BEGIN OPENSSH PRIVATE KEY-----");
    refused(secret("huge", "x".repeat(70_000)), "larger than any key");
    tool.must("openssl", "genpkey", "-algorithm", "ed25519", "-out", "pkcs8");
    refused(folder.resolve("pkcs8"), "does not begin with");
    String good = Files.readString(tool.newKey("id", "", "-t", "ed25519"));
    refused(
        secret("cut-off", good.substring(0, 200)),
        "does not end with -----END OPENSSH PRIVATE KEY-----");
    refused(
        secret("one-letter", good.replace("AAAA", "AAAB")),
        "no OpenSSH private key that can be read");
  }

  @Test
  void aKeyThatAnEditorRewrappedStillOpens() throws IOException {
    Path file = tool.newKey("id", "", "-t", "ed25519");
    List<String> lines = Files.readAllLines(file);
    String body =
        String.join("", lines.subList(1, lines.size() - 1)).replaceAll("(.{40})", "$1\r\n");
    Path rewrapped =
        secret("rewrapped", lines.getFirst() + "\r\n" + body + "\r\n" + lines.getLast());
    try (FileSigner signer = KeyFiles.open(rewrapped, PassphraseSource.none())) {
      assertThat(signer.publicKey()).isEqualTo(publicKeyOf(file));
    }
  }

  @Test
  void aPublicKeyExchangedInsideTheFileIsNoticed() throws Exception {
    PrivateKeyFile one =
        PrivateKeyFile.parse(Files.readString(tool.newKey("one", "", "-t", "ed25519")));
    PrivateKeyFile two =
        PrivateKeyFile.parse(Files.readString(tool.newKey("two", "", "-t", "ed25519")));
    PrivateKeyFile mixed =
        new PrivateKeyFile(
            one.cipher(), one.kdf(), one.kdfOptions(), two.publicBlob(), one.secret());
    assertThatThrownBy(() -> mixed.open(new byte[0]))
        .hasMessageContaining("do not belong together");
  }

  @Test
  void damageInTheSecretPartNeverOpens() throws Exception {
    PrivateKeyFile good =
        PrivateKeyFile.parse(Files.readString(tool.newKey("id", "", "-t", "ed25519")));
    int intact = 0;
    for (int i = 0; i < good.secret().length; i++) {
      byte[] secret = good.secret().clone();
      secret[i] ^= 1;
      PrivateKeyFile damaged =
          new PrivateKeyFile(
              good.cipher(), good.kdf(), good.kdfOptions(), good.publicBlob(), secret);
      try {
        damaged.open(new byte[0]);
        intact++;
      } catch (Malformed e) {
        assertThat(e.reason()).isNotEmpty();
      }
    }
    assertThat(intact)
        .as("only the seven bytes of the comment may change")
        .isEqualTo("test id".length());
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> KeyFiles.open(file, PassphraseSource.none()))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Key not opened: " + file)
        .hasMessageContaining(reason);
  }

  private Path secret(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void sshKeygenReadsAKeyMadeHere() throws IOException {
    KeyFiles.Created made =
        KeyFiles.create(folder.resolve("keys/mine"), "me@here", null, new SecureRandom());
    assertThat(tool.must("ssh-keygen", "-y", "-f", "keys/mine"))
        .isEqualTo(made.publicKey().openSsh() + " me@here\n")
        .isEqualTo(Files.readString(made.publicFile()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.privateFile())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
        .isEqualTo("rwx------");
  }

  @Test
  void sshKeygenReadsAnEncryptedKeyMadeHereWithItsPassphraseOnly() {
    KeyFiles.Created made =
        KeyFiles.create(
            folder.resolve("mine"), "", "gr\u00fcn 1".toCharArray(), new SecureRandom());
    assertThat(tool.must("ssh-keygen", "-y", "-P", "gr\u00fcn 1", "-f", "mine").strip())
        .isEqualTo(made.publicKey().openSsh());
    assertThat(tool.run("ssh-keygen", "-y", "-P", "gruen 1", "-f", "mine").output())
        .contains("incorrect passphrase");
    try (FileSigner signer = KeyFiles.open(made.privateFile(), of("gr\u00fcn 1"))) {
      assertThat(signer.publicKey()).isEqualTo(made.publicKey());
    }
  }

  @Test
  void nothingThatExistsIsOverwritten() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "precious");
    assertThatThrownBy(() -> KeyFiles.create(taken, "", null, new SecureRandom()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(taken + " exists and is never overwritten.");
    assertThat(taken).hasContent("precious");
    assertThat(folder.resolve("taken.pub")).doesNotExist();
    Path half = Files.writeString(folder.resolve("half.pub"), "precious");
    assertThatThrownBy(() -> KeyFiles.create(folder.resolve("half"), "", null, new SecureRandom()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(half + " exists");
    assertThat(folder.resolve("half")).doesNotExist();
  }

  @Test
  void neitherAnEmptyPassphraseNorACommentOfTwoLinesIsTaken() {
    assertThatThrownBy(
            () -> KeyFiles.create(folder.resolve("a"), "", new char[0], new SecureRandom()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The passphrase is empty");
    assertThatThrownBy(() -> KeyFiles.create(folder.resolve("a"), "x\ny", null, new SecureRandom()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("something invisible");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void listsTheKeysOfAFolderAndWhatStandsInTheirWay() throws IOException {
    Path ready = tool.newKey("a-ready", "", "-t", "ed25519");
    Path locked = tool.newKey("b-locked", "secret", "-t", "ed25519", "-a", "1");
    tool.newKey("c-ecdsa", "", "-t", "ecdsa");
    Path loose = tool.newKey("d-loose", "", "-t", "ed25519");
    Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(folder.resolve("config"), "Host *\n");
    Files.writeString(folder.resolve("z-broken"), "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n");
    Files.createDirectory(folder.resolve("keys.d"));

    List<KeyListing> keys = KeyFiles.list(folder);

    assertThat(keys)
        .extracting(key -> key.file().getFileName().toString())
        .containsExactly("a-ready", "b-locked", "c-ecdsa", "d-loose");
    assertThat(keys).extracting(KeyListing::isUsable).containsExactly(true, true, false, false);
    assertThat(keys).extracting(KeyListing::encrypted).containsExactly(false, true, false, false);
    assertThat(keys.get(0).key()).contains(publicKeyOf(ready));
    assertThat(keys.get(1).fingerprint()).isEqualTo(publicKeyOf(locked).fingerprint());
    assertThat(keys.get(2).type()).isEqualTo("ecdsa-sha2-nistp256");
    assertThat(keys.get(2).obstacle().orElseThrow()).contains("only ssh-ed25519 keys sign here");
    assertThat(keys.get(3).obstacle().orElseThrow()).contains("is open to others");
    assertThat(KeyFiles.list(folder.resolve("nowhere"))).isEmpty();
  }

  @Test
  void aClosedSignerSignsNoMore() {
    FileSigner signer =
        KeyFiles.open(tool.newKey("id", "", "-t", "ed25519"), PassphraseSource.none());
    signer.close();
    assertThatThrownBy(() -> signer.signEd25519(MESSAGE)).isInstanceOf(IllegalStateException.class);
  }
}
