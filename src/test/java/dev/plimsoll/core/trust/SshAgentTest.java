package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real ssh-agent in the foreground, one for each test.
class SshAgentTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Process process;
  private Tool tool;
  private SshAgent agent;

  @BeforeEach
  void startAnAgent() throws IOException {
    Path socket = folder.resolve("s");
    process =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader();
    assertThat(output.readLine()).contains(socket.toString()); // printed once it listens
    tool = Tool.in(folder).with("SSH_AUTH_SOCK", socket.toString());
    agent = SshAgent.at(socket.toString(), LIMIT);
  }

  @AfterEach
  void stopIt() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private Ed25519PublicKey added(String name) throws IOException {
    tool.newKey(name, "", "-t", "ed25519");
    tool.must("ssh-add", "-q", name);
    return Ed25519PublicKey.fromOpenSsh(Files.readString(folder.resolve(name + ".pub")));
  }

  @Test
  void listsWhatSshAddAddedAndSaysWhatCannotSign() throws IOException {
    assertThat(agent.keys()).isEmpty();
    Ed25519PublicKey one = added("one");
    tool.newKey("two", "", "-t", "rsa", "-b", "2048");
    tool.must("ssh-add", "-q", "two");

    List<AgentKey> keys = agent.keys();

    assertThat(keys).extracting(AgentKey::comment).containsExactly("test one", "test two");
    assertThat(keys.get(0).key()).contains(one);
    assertThat(keys.get(0).fingerprint()).isEqualTo(one.fingerprint());
    assertThat(keys.get(0).obstacle()).isEmpty();
    assertThat(keys.get(1).key()).isEmpty();
    assertThat(keys.get(1).obstacle())
        .contains("Only ssh-ed25519 keys sign here; this one is of type ssh-rsa.");
  }

  @Test
  void signsARecordThatSshKeygenVerifies() throws IOException {
    Ed25519PublicKey key = added("one");
    added("another");
    try (AgentSigner signer = agent.signer(key)) {
      Files.writeString(folder.resolve("m.sig"), SshSig.sign(signer, "test@plimsoll.dev", MESSAGE));
      assertThat(key.verify(MESSAGE, signer.signEd25519(MESSAGE))).isTrue();
    }
    Files.writeString(
        folder.resolve("allowed_signers"), AllowedSigners.line("alice", key, List.of()) + "\n");
    assertThat(
            tool.feed(
                    MESSAGE,
                    "ssh-keygen",
                    "-Y",
                    "verify",
                    "-f",
                    "allowed_signers",
                    "-I",
                    "alice",
                    "-n",
                    "test@plimsoll.dev",
                    "-s",
                    "m.sig")
                .output())
        .startsWith("Good");
  }

  @Test
  void givesTheSameSignatureAsTheKeysFile() throws IOException {
    Ed25519PublicKey key = added("one");
    try (AgentSigner inAgent = agent.signer(key);
        FileSigner inFile = KeyFiles.open(folder.resolve("one"), PassphraseSource.none())) {
      assertThat(inAgent.signEd25519(MESSAGE)).isEqualTo(inFile.signEd25519(MESSAGE));
      byte[] envelope = Dsse.envelope(Dsse.IN_TOTO, MESSAGE, List.of(inAgent));
      assertThat(envelope).isEqualTo(Dsse.envelope(Dsse.IN_TOTO, MESSAGE, List.of(inFile)));
    }
  }

  @Test
  void takesTheLongestMessageItPromisesAndRefusesALongerOne() throws IOException {
    Ed25519PublicKey key = added("one");
    try (AgentSigner signer = agent.signer(key)) {
      byte[] longest = new byte[signer.longestMessage()];
      assertThat(key.verify(longest, signer.signEd25519(longest))).isTrue();
      assertThatThrownBy(() -> signer.signEd25519(new byte[longest.length + 1]))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("an ssh-agent takes at most 261120");
    }
  }

  @Test
  void aLockedAgentShowsNothingAndSaysHowToUnlockIt() throws IOException {
    Ed25519PublicKey key = added("one");
    AgentSigner signer = agent.signer(key);
    // ssh-add asks for the password on a terminal only, so the lock is put on in its own words
    lock("open sesame");
    assertThat(agent.keys()).isEmpty();
    assertThatThrownBy(() -> agent.signer(key))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("it may be locked. Unlock it with ssh-add -X");
    assertThatThrownBy(() -> signer.signEd25519(MESSAGE))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Agent cannot sign: ")
        .hasMessageContaining("it is locked, the key is gone, or its owner said no");
  }

  private void lock(String password) throws IOException {
    byte[] request = new WireWriter().octet(22).string(password).bytes();
    try {
      assertThat(new AgentExchange(folder.resolve("s"), LIMIT).ask(request, 100))
          .containsExactly(6);
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aKeyRemovedMeanwhileIsMissed() throws IOException {
    Ed25519PublicKey key = added("one");
    AgentSigner signer = agent.signer(key);
    tool.must("ssh-add", "-q", "-D");
    assertThatThrownBy(() -> signer.signEd25519(MESSAGE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the key is gone");
  }

  @Test
  void anAgentThatWasStoppedIsNotReachable() throws InterruptedException {
    stopIt();
    assertThatThrownBy(() -> agent.keys())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nobody answers at " + folder.resolve("s"));
  }
}
