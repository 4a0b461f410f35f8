package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.git.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong ends in one sentence about it and one about what to do, and in the exit code
/// that docs/exit-codes.md gives it.
@Timeout(120)
class BadInputTest {
  @TempDir Path folder;

  private Shell shell() throws IOException {
    return Shell.in(Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rune                             | 64 | 'rune' is not understood here.            | plimsoll run
          run                              | 64 | Missing required parameter: 'CHECKLIST'.  | plimsoll run --help
          run pre-release --relase 1.0.0   | 64 | There is no option '--relase' here.       | --release
          run pre-rlease                   | 64 | The project has no checklist 'pre-rlease' | Did you mean 'pre-release'?
          run pre-release --answer helo=x  | 64 | has no step 'helo'                        | Did you mean 'hello'?
          run pre-release --step helo      | 64 | has no step 'helo'                        | Did you mean 'hello'?
          run pre-release --answer hello   | 64 | --answer                                  | plimsoll run --help
          run pre-release --attach hello   | 64 | 'hello' is not STEP=FILE.                 | --attach review=notes.txt
          run pre-release --until tomorrow | 64 | --until                                   | plimsoll run --help
          run pre-release --key x          | 64 | --sign-as                                 | plimsoll run --help
          record                           | 64 | Missing required subcommand.              | plimsoll record --help
          record verify x                  | 64 | --allowed-signers                         | plimsoll record verify --help
          release seal                     | 64 | --sign-as                                 | plimsoll release seal --help
          history list --limit 0           | 64 | --limit is 1 to 1000                      | history export
          history list --table steps       | 64 | Steps are not listed                      | history show
          history list --table rnus        | 64 | --table                                   | plimsoll history list --help
          audit verify x --history y       | 64 | FILE and --history                        | Give one of them.
          checklist lint README.md         | 64 | is not a file under                       | Name files of that folder
          key new x                        | 64 | nobody at a terminal                      | --no-passphrase
          help rnu                         | 64 | There is no command 'rnu'.                | Did you mean 'run'?
          """)
  void wordsThatMakeNoSense(String words, int exit, String what, String next) throws IOException {
    var shell = shell();

    var said = shell.run(words.split(" "));

    assertThat(said.exit()).isEqualTo(exit);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(what).contains(next);
    assertThat(said.err().lines()).hasSize(2);
  }

  @Test
  void wordsThatMakeNoSenseAreToldInJsonToo() throws IOException {
    var shell = shell();

    var json = shell.run("run", "pre-rlease", "--json").json();

    assertThat(json.get("exit").asInt()).isEqualTo(64);
    assertThat(json.get("problem").get("next").asString()).isEqualTo("Did you mean 'pre-release'?");
    assertThat(shell.run("--json", "rune").json().get("exit").asInt()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "run pre-release, 2",
    "release status, 2",
    "audit verify, 2",
    "trust, 1",
    "checklist lint, 1",
    "checklist list, 1",
    "init, 1"
  })
  void aFolderOutsideAnyRepository(String words, int exit) throws IOException {
    var outside = Files.createDirectories(folder.resolve("outside"));

    var said = Shell.in(outside).run(words.split(" "));

    assertThat(said.exit()).isEqualTo(exit);
    assertThat(said.err())
        .startsWith("Repository not opened: ")
        .contains("does not lie in a git repository.")
        .endsWith("git init\n");
  }

  @Test
  void aRepositoryWithoutAProjectIsToldHowToMakeOne() {
    var bare = TestRepository.init(folder.resolve("bare")).root();

    var said = Shell.in(bare).run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .contains("has no folder .plimsoll.")
        .contains("Run 'plimsoll init' there");
  }

  @Test
  void aRepositoryWithoutCommits() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE));
    var empty = TestRepository.init(folder.resolve("empty")).root();
    copy(sandbox.repository.resolve(".plimsoll"), empty.resolve(".plimsoll"));
    Files.copy(sandbox.repository.resolve("CHANGELOG.md"), empty.resolve("CHANGELOG.md"));
    var shell = Shell.in(sandbox).at(empty).trusting();

    var said = shell.run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("has no commit on main.").contains("Commit something first.");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void aVersionThatIsNone() throws IOException {
    var said = shell().trusting().run("run", "pre-release", "--release", "banana");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            "Release not opened: 'banana' is not a version of the scheme semver.\n"
                + "Give a version such as 1.4.0.\n");
  }

  @Test
  void aChecklistWithErrorsRunsNothingAndNamesEachOfThem() throws IOException {
    var shell =
        Shell.in(
            Sandbox.with(
                folder,
                Map.of(
                    "pre-release",
                    Lists.PRE_RELEASE.replace("command:", "comand:").replace("mode:", "mod:"))));

    var said = shell.run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .contains(".plimsoll/checklists/pre-release.yaml:5:1: error: ")
        .contains("'mode'")
        .contains("'command'")
        .contains("Project files not usable: ")
        .contains("plimsoll checklist lint");
  }

  @Test
  void aHistoryThatIsNone() throws IOException {
    var shell = shell();
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        folder.resolve("home/history.db"), "this is not a database, whatever it says\n".repeat(50));

    assertThat(shell.run("history", "list").exit()).isEqualTo(1);
    assertThat(shell.run("history", "list").err()).startsWith("History not opened: ");
    assertThat(shell.trusting().run("run", "pre-release").exit()).isEqualTo(2);
    assertThat(shell.run("audit", "verify").exit()).isEqualTo(2);
  }

  @Test
  void aHistoryThatIsReadOnly() throws IOException {
    var shell = shell().trusting();
    shell.run("run", "pre-release");
    var file = folder.resolve("home/history.db").toFile();
    assertThat(file.setWritable(false)).isTrue();

    var said = shell.run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("is read-only.");
    assertThat(shell.run("audit", "verify", "--history", file.toString()).exit()).isZero();
  }

  @Test
  void aWrongPassphraseAndAKeyThatOthersMayRead() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE));
    var shell = Shell.in(sandbox).trusting();
    shell.asked(new Typed("correct horse", "correct horse")).run("key", "new", "locked");
    String[] words = {"run", "pre-release", "--sign-as", Sandbox.ADA, "--key", "locked"};

    assertThat(shell.asked(new Typed("wrong")).run(words).err()).contains("does not open");
    assertThat(shell.run(words).err()).contains("nobody sits at a terminal").contains("ssh-add");
    assertThat(sandbox.keyFile.toFile().setReadable(true, false)).isTrue();
    assertThat(
            shell
                .run(
                    "run",
                    "pre-release",
                    "--sign-as",
                    Sandbox.ADA,
                    "--key",
                    sandbox.keyFile.toString())
                .err())
        .startsWith("Key not opened: ");
  }

  @Test
  void aFaultOfTheProgramItselfIsOneSentenceAndSeventy() throws IOException {
    var broken = shell().with("PLIMSOLL_HOME", "\0");

    var said = broken.run("history", "list");

    assertThat(said.exit()).isEqualTo(70);
    assertThat(said.err()).startsWith("Plimsoll failed: ").doesNotContain("\tat ");
    assertThat(broken.run("history", "list", "--debug").err()).contains("\tat ");
    assertThat(broken.run("history", "list", "--json").json().get("exit").asInt()).isEqualTo(70);
  }
}
