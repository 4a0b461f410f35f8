package dev.plimsoll.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemGitTest {
  private static final String MESSAGE =
      "Release v1.0.0\n\n"
          + "# not a comment\n\n"
          + "-----BEGIN AUDIT CHECKPOINT-----\n"
          + "origin\n"
          + "3\n\n"
          + "— x y\n"
          + "-----END AUDIT CHECKPOINT-----\n";

  @TempDir Path temp;
  private TestRepository sample;
  private String commit;
  private SystemGit git;

  @BeforeEach
  void makeRepository() {
    sample = TestRepository.init(temp.resolve("sample")).write("a.txt", "a");
    commit = sample.commit("first");
    git = SystemGit.find(environment()).orElseThrow();
  }

  private static Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    environment.remove("SSH_AUTH_SOCK");
    return environment;
  }

  @Test
  void saysItsVersion() throws InterruptedException {
    assertThat(git.version()).matches("\\d+\\.\\d+.*");
  }

  @Test
  void isAbsentWhereThePathDoesNotLeadToIt() {
    assertThat(SystemGit.find(Map.of("PATH", temp.toString()))).isEmpty();
    assertThat(SystemGit.find(Map.of())).isEmpty();
  }

  @Test
  void keepsTheMessageToTheLetter() throws InterruptedException {
    git.createTag(sample.root(), "v1.0.0", commit, MESSAGE, new TagSigning.Unsigned());
    var tag = read("v1.0.0");
    assertThat(tag.annotation().message()).isEqualTo(MESSAGE);
    assertThat(tag.commit()).isEqualTo(commit);
    assertThat(tag.isSigned()).isFalse();
  }

  @Test
  void signsWithAnSshKeyAndVerifiesAgainstATrustFile() throws Exception {
    var key = key("signer", "");
    git.createTag(sample.root(), "v1.0.0", commit, MESSAGE, new TagSigning.SshKey(key));
    var tag = read("v1.0.0");
    assertThat(tag.isSigned()).isTrue();
    assertThat(tag.annotation().message()).isEqualTo(MESSAGE);

    var trusted = trustFile(key);
    assertThat(git.verifyTag(sample.root(), "v1.0.0", trusted).good()).isTrue();
    var strangers = trustFile(key("stranger", ""));
    assertThat(git.verifyTag(sample.root(), "v1.0.0", strangers).good()).isFalse();
  }

  @Test
  void asksForTheAgentWhereTheKeyHasAPassphrase() throws Exception {
    var key = key("locked", "open sesame");
    assertThatThrownBy(() ->
            git.createTag(sample.root(), "v1.0.0", commit, MESSAGE, new TagSigning.SshKey(key)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has a passphrase, and no agent holds it")
        .hasMessageContaining("ssh-add " + key);
    assertThat(sample.git("tag")).isEmpty();
  }

  @Test
  void letsTheAgentSignWithAKeyThatHasAPassphrase() throws Exception {
    var key = key("held", "open sesame");
    var socket = temp.resolve("agent");
    var agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    try (var said = agent.inputReader()) {
      assertThat(said.readLine()).contains(socket.toString());
      handToAgent(key, "open sesame", socket);
      var withAgent = new HashMap<>(environment());
      withAgent.put("SSH_AUTH_SOCK", socket.toString());
      SystemGit.find(withAgent)
          .orElseThrow()
          .createTag(sample.root(), "v1.0.0", commit, MESSAGE, new TagSigning.SshKey(key));
      assertThat(git.verifyTag(sample.root(), "v1.0.0", trustFile(key)).good()).isTrue();
    } finally {
      agent.destroyForcibly();
    }
  }

  private void handToAgent(Path key, String passphrase, Path socket) throws Exception {
    var answer =
        Files.writeString(temp.resolve("answer.sh"), "#!/bin/sh\necho '" + passphrase + "'\n");
    assertThat(answer.toFile().setExecutable(true)).isTrue();
    var adding = new ProcessBuilder("ssh-add", key.toString()).redirectErrorStream(true);
    adding.environment().put("SSH_AUTH_SOCK", socket.toString());
    adding.environment().put("SSH_ASKPASS", answer.toString());
    adding.environment().put("SSH_ASKPASS_REQUIRE", "force");
    var added = adding.start();
    var words = new String(added.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(added.waitFor()).as(words).isZero();
  }

  @Test
  void passesOnWhyGitRefuses() throws InterruptedException {
    git.createTag(sample.root(), "v1.0.0", commit, MESSAGE, new TagSigning.Unsigned());
    assertThatThrownBy(() ->
            git.createTag(sample.root(), "v1.0.0", commit, MESSAGE, new TagSigning.Unsigned()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("already exists");
  }

  private GitTag read(String name) {
    try (var repository = GitRepository.open(sample.root())) {
      return repository.tag(name).orElseThrow();
    }
  }

  private Path key(String name, String passphrase) throws IOException, InterruptedException {
    var file = temp.resolve(name);
    var made =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                passphrase,
                "-C",
                name,
                "-f",
                file.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return file;
  }

  private Path trustFile(Path key) throws IOException {
    var publicKey = Files.readString(Path.of(key + ".pub"));
    return Files.writeString(
        temp.resolve(key.getFileName() + ".allowed"), "ops@example.org " + publicKey);
  }
}
