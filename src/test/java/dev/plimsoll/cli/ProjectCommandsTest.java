package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.git.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A project's files, its trust and its people's keys.
@Timeout(120)
class ProjectCommandsTest {
  @TempDir Path folder;

  private Shell shell() throws IOException {
    return Shell.in(Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE)));
  }

  @Test
  void cleanFilesHaveNoFindings() throws IOException {
    var said = shell().run("checklist", "lint");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).isEqualTo("No findings.\n");
  }

  @Test
  void anErrorIsToldAsEditorsUnderstandIt() throws IOException {
    var shell =
        Shell.in(
            Sandbox.with(
                folder, Map.of("pre-release", Lists.PRE_RELEASE.replace("command:", "comand:"))));

    var said = shell.run("checklist", "lint");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern(
            "(?m)^\\.plimsoll/checklists/pre-release\\.yaml:\\d+:\\d+: error: .*'command'");
    var finding = shell.run("checklist", "lint", "--json").json().get("findings").get(0);
    assertThat(finding.get("severity").asString()).isEqualTo("error");
    assertThat(finding.get("line").asInt()).isPositive();
    assertThat(shell.run("checklist", "lint", ".plimsoll/project.yaml").exit()).isZero();
    assertThat(shell.run("checklist", "lint", ".plimsoll/checklists/pre-release.yaml").exit())
        .isEqualTo(1);
  }

  @Test
  void whatTheRepositoryNoLongerHasIsTold() throws IOException {
    var shell =
        Shell.in(
            Sandbox.with(
                folder,
                Map.of(
                    "pre-release",
                    """
                    schema: plimsoll/checklist/v1
                    id: pre-release
                    title: Pre-release
                    category: pre-release
                    sections:
                      - id: all
                        title: All
                        steps:
                          - id: a
                            title: A
                            command: [python, tools/check.py]
                    """)));

    var said = shell.run("checklist", "drift");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "pre-release.yaml:11:", "error: The repository does not have the path tools/check.py")
        .endsWith("1 of 1 mentions are gone.\n");
    var json = shell.run("checklist", "drift", "--json").json();
    assertThat(json.get("findings").get(0).get("line").asInt()).isEqualTo(11);
    assertThat(shell.run("checklist", "drift", "--ignore", "tools/*").exit()).isEqualTo(2);
  }

  @Test
  void theChecklistsAreListed() throws IOException {
    var shell = shell();

    assertThat(shell.run("checklist", "list").out())
        .contains("pre-release")
        .contains("Pre-release");
    var json = shell.run("checklist", "list", "--json").json().get("checklists").get(0);
    assertThat(json.get("sections").get(0).get("steps").get(1).get("kind").asString())
        .isEqualTo("QUESTION");
    assertThat(json.get("parameters").get(0).get("default").asString()).isEqualTo("hello");
  }

  @Test
  void trustIsAskedAgainWhenAFileChanged() throws IOException {
    var shell = shell().trusting();
    var file = folder.resolve("demo/.plimsoll/checklists/pre-release.yaml");
    assertThat(shell.run("trust").exit()).isZero();

    Files.writeString(file, Files.readString(file).replace("hello.sh", "other.sh"));

    assertThat(shell.run("trust").exit()).isEqualTo(2);
    assertThat(shell.run("trust").out())
        .contains("have changed since they were trusted")
        .contains("other.sh");
    assertThat(shell.run("trust", "--json").json().get("trustedBefore").asString()).hasSize(64);
    assertThat(shell.run("trust", "--yes", "0".repeat(64)).exit()).isEqualTo(1);
  }

  @Test
  void aKeyIsMadeListedAndShown() throws IOException {
    var shell = shell();

    var made = shell.run("key", "new", "release", "--no-passphrase", "--comment", "for releases");
    var shown = shell.run("key", "show", "release", "--principal", "ada@example.org");

    assertThat(made.exit()).isZero();
    assertThat(folder.resolve("home/keys/release")).isRegularFile();
    assertThat(shell.run("key", "list").out()).contains("release").contains("SHA256:");
    assertThat(shown.out()).contains("ada@example.org namespaces=\"release-record@plimsoll.dev");
    assertThat(shell.run("key", "new", "release", "--no-passphrase").exit()).isEqualTo(1);
    assertThat(shell.run("key", "show", "relase").err()).contains("Did you mean 'release'?");
    assertThat(shell.run("key", "list", "--json").json().get("keys").isArray()).isTrue();
  }

  @Test
  void aPassphraseIsAskedForTwice() throws IOException {
    var shell = shell();

    var differ = shell.asked(new Typed("one", "two")).run("key", "new", "mine");
    var none = shell.asked(new Typed("")).run("key", "new", "mine");
    var made = shell.asked(new Typed("one", "one")).run("key", "new", "mine", "--json");

    assertThat(differ.exit()).isEqualTo(1);
    assertThat(differ.err()).contains("The two passphrases differ.");
    assertThat(none.err()).contains("No passphrase was given.");
    assertThat(made.json().get("encrypted").asBoolean()).isTrue();
  }

  @Test
  void aMinimalProjectIsShownBeforeItIsWritten() throws IOException {
    var repository = TestRepository.init(folder.resolve("fresh"));
    repository.write("VERSION", "0.1.0\n").write("CHANGELOG.md", "# Changelog\n");
    var shell = Shell.in(repository.root());

    var shown = shell.run("init");

    assertThat(shown.exit()).isEqualTo(2);
    assertThat(shown.out()).contains(".plimsoll/project.yaml").contains("Nothing was written.");
    assertThat(repository.root().resolve(".plimsoll")).doesNotExist();
    assertThat(shell.asked(new Typed("no")).run("init").exit()).isEqualTo(2);
    assertThat(shell.asked(new Typed("yes")).run("init").exit()).isZero();
    assertThat(repository.root().resolve(".plimsoll/checklists/pre-release.yaml")).isRegularFile();
    var again = shell.run("init", "--yes");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).startsWith("Nothing created: ");
  }

  @Test
  void aKeyIsWrittenIntoTheProjectThatIsMade() throws IOException {
    var repository = TestRepository.init(folder.resolve("fresh"));
    repository.write("VERSION", "0.1.0\n");
    var shell = Shell.in(repository.root());
    shell.run("key", "new", "mine", "--no-passphrase");

    var json = shell.run("init", "--yes", "--key", "mine", "--json").json();

    assertThat(json.get("written").asBoolean()).isTrue();
    assertThat(json.get("files").get(".plimsoll/allowed_signers").asString())
        .contains("ada@example.org ssh-ed25519 ");
    assertThat(shell.run("init", "--key", "nobody").exit()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsThereIsProposedWithoutBeingNamed() throws IOException {
    var repository = TestRepository.init(folder.resolve("fresh"));
    var shell = Shell.in(repository.root());
    shell.run("key", "new", "mine", "--no-passphrase");
    var key = publicKey("mine");

    var shown = shell.run("init");
    assertThat(shown.out()).contains("You: Ada Test <ada@example.org>, with the key SHA256:");
    assertThat(repository.root().resolve(".plimsoll")).doesNotExist();

    var nobody = shell.run("init", "--no-key", "--json").json();
    assertThat(nobody.get("files").get(".plimsoll/allowed_signers").asString()).doesNotContain(key);
    assertThat(shell.run("init", "--yes").exit()).isZero();
    assertThat(repository.root().resolve(".plimsoll/allowed_signers"))
        .content()
        .contains("ada@example.org " + key)
        .doesNotContain("PRIVATE");
    assertThat(repository.root().resolve(".plimsoll/project.yaml"))
        .content()
        .contains("principal: \"ada@example.org\", name: \"Ada Test\"");
    assertThat(shell.run("checklist", "lint").exit()).isZero();
  }

  @Test
  void theKeyThatGitSignsWithComesFirst() throws IOException {
    var repository = TestRepository.init(folder.resolve("fresh"));
    var shell = Shell.in(repository.root());
    shell.run("key", "new", "first", "--no-passphrase");
    shell.run("key", "new", "second", "--no-passphrase");
    var second = publicKey("second");
    var file = folder.resolve("home-of-test/keys/second");
    repository.git("config", "gpg.format", "ssh");

    for (var named : List.of(file.toString(), file + ".pub", "key::" + second, second)) {
      repository.git("config", "user.signingkey", named);
      var json = shell.run("init", "--json").json();
      assertThat(json.get("files").get(".plimsoll/allowed_signers").asString())
          .as(named)
          .contains("ada@example.org " + second);
    }
    repository.git("config", "user.signingkey", folder.resolve("gone").toString());
    assertThat(shell.run("init", "--json").json().get("signer").asString())
        .as("where that key is gone, one that is there")
        .startsWith("SHA256:");
  }

  @Test
  void aKeyOfTheAgentIsProposedBeforeThoseOfFiles() throws Exception {
    var repository = TestRepository.init(folder.resolve("fresh"));
    var shell = Shell.in(repository.root());
    shell.run("key", "new", "mine", "--no-passphrase");
    var socket = folder.resolve("s").toString();
    var agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket).redirectErrorStream(true).start();
    try {
      assertThat(agent.inputReader().readLine()).as("printed once it listens").contains(socket);
      var key = folder.resolve("held").toString();
      program(socket, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
      program(socket, "ssh-add", "-q", key);
      var held = Files.readString(Path.of(key + ".pub")).split(" ");

      var shown = shell.with("SSH_AUTH_SOCK", socket).run("init");

      assertThat(shown.out())
          .contains("(ssh-agent, ")
          .contains("ada@example.org ssh-ed25519 " + held[1]);
    } finally {
      agent.destroy();
      agent.waitFor();
    }
  }

  private static void program(String socket, String... words) throws Exception {
    var process = new ProcessBuilder(words).redirectErrorStream(true);
    process.environment().put("SSH_AUTH_SOCK", socket);
    assertThat(process.start().waitFor()).as(words[0]).isZero();
  }

  @Test
  void dataAndAServiceThatAreNamedGetABackupSetAndSmokeTests() throws IOException {
    var repository = TestRepository.init(folder.resolve("fresh"));
    repository.write("var/shop.bin", "x");
    var shell = Shell.in(repository.root());

    var shown =
        shell.run("init", "--no-key", "--data", "var/shop.bin", "--service", "http://localhost:9");
    assertThat(shown.out())
        .contains("data: var/shop.bin (named)", ".plimsoll/checklists/smoke-tests.yaml");
    assertThat(
            shell
                .run("init", "--yes", "--data", "var/shop.bin", "--service", "http://localhost:9")
                .exit())
        .isZero();
    assertThat(shell.run("checklist", "lint").out()).isEqualTo("No findings.\n");
    repository.commit("all of it");
    assertThat(shell.trusting().run("backup", "create").exit()).isZero();
    assertThat(repository.git("status", "--porcelain")).as("backups stay out of git").isEmpty();
    assertThat(shell.run("init", "--process", "solarwindpy", "--data", "var").err())
        .contains("brings its own backup sets");
  }

  @Test
  void aShippedProcessIsShownThenWrittenThenClean() throws IOException {
    var repository = TestRepository.init(folder.resolve("fresh"));
    var shell = Shell.in(repository.root());

    var shown = shell.run("init", "--process", "solarwindpy");
    assertThat(shown.exit()).isEqualTo(2);
    assertThat(shown.out()).contains("plimsoll init --process solarwindpy --yes");
    assertThat(repository.root().resolve(".plimsoll")).doesNotExist();

    assertThat(shell.run("init", "--process", "solarwindpy", "--yes").exit()).isZero();
    assertThat(shell.run("checklist", "lint").exit()).isZero();
    assertThat(shell.run("init", "--process", "solarwindpy", "--yes").exit()).isEqualTo(1);
    assertThat(shell.run("init", "--help").out()).contains("solarwindpy");
    assertThat(shell.run("init", "--process", "solarwind").err()).contains("solarwindpy");
  }

  private String publicKey(String name) throws IOException {
    var words = Files.readString(folder.resolve("home-of-test/keys/" + name + ".pub")).split(" ");
    return words[0] + " " + words[1];
  }
}
