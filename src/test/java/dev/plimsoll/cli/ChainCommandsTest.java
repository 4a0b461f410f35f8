package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.terminal.Prompt;
import dev.plimsoll.cli.terminal.Surroundings;
import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.check.chain.Trail;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logs of other systems, verified from the command line: what is said, and by which exit code.
@Timeout(120)
class ChainCommandsTest {
  private static final String CHECKLIST =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      sections:
        - id: all
          title: Everything
          steps:
            - id: trail
              title: The trail is whole
              chain: ops
              expect: [entries > 0]
      """;

  @TempDir Path folder;
  private Sandbox sandbox;
  private Shell shell;
  private Path file;
  private Trail trail;

  @BeforeEach
  void aProjectWithAChain() throws IOException {
    sandbox = Sandbox.with(folder, Map.of("pre-release", CHECKLIST));
    var project = sandbox.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(
        project,
        Files.readString(project)
            + "chains:\n  - {name: ops, file: data/ops.jsonl, recipe: aetherlink}\n");
    Files.writeString(sandbox.repository.resolve(".gitignore"), "data/\n");
    NewRepository.commitAll(
        sandbox.repository,
        new Identity("Ada", Sandbox.ADA),
        "a chain",
        Instant.parse("2026-03-01T10:00:00Z"));
    file = sandbox.repository.resolve("data/ops.jsonl");
    trail = Trail.of(12).write(file);
    shell = Shell.in(sandbox).trusting();
  }

  private void seal() {
    var walked = shell.run("run", "pre-release");
    assertThat(walked.exit()).as(walked.toString()).isZero();
    var sealed =
        shell.run(
            "release",
            "seal",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            sandbox.keyFile.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(sealed.exit()).as(sealed.toString()).isZero();
  }

  @Test
  void aLogFromAnOlderBackupIsRolledBackWithTheNumberOfMissingEntriesWhereARecordKnowsBetter()
      throws IOException {
    seal();
    Files.writeString(file, trail.text(8));

    var said = shell.run("audit", "verify", "data/ops.jsonl");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("✗ FAILED", "PIN_ROLLBACK", "4 entries are missing", "ecord of 1.0.0");
    var json = shell.run("audit", "verify", "ops", "--json").json();
    assertThat(json.get("exit").asInt()).isEqualTo(1);
    var log = json.get("logs").get(0);
    assertThat(log.get("code").asString()).isEqualTo("PIN_ROLLBACK");
    assertThat(log.get("anchor").get("entries").asInt()).isEqualTo(12);
    assertThat(log.get("recipe").asString()).isEqualTo("aetherlink");
    assertThat(shell.run("audit", "verify", "ops", "--anchor", "last-record").exit()).isEqualTo(1);
    assertThat(shell.run("audit", "watch", "--once").exit()).isEqualTo(1);
  }

  @Test
  void whereNothingIsKnownItSaysThatThereIsNothingToCompareWith() throws IOException {
    Files.writeString(file, trail.text(8));

    var said = shell.run("audit", "verify", "data/ops.jsonl");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("✓ PROVEN", "All 8 entries", "NOTHING_TO_COMPARE")
        .contains("--anchor 8:" + trail.head(8));
    var elsewhere = Shell.in(folder.resolve("elsewhere")).run("audit", "verify", file.toString());
    assertThat(elsewhere.exit()).isZero();
    assertThat(elsewhere.out()).contains("NOTHING_TO_COMPARE");
  }

  @Test
  void anEmptiedOrMissingLogIsRolledBackWhereAnAnchorKnowsBetter() throws IOException {
    var elsewhere = Shell.in(folder.resolve("elsewhere"));
    var anchor = "12:" + trail.head(12);
    for (var gone : new String[] {"", "\n\n"}) {
      var emptied = Files.writeString(folder.resolve("emptied.jsonl"), gone).toString();

      var said = elsewhere.run("audit", "verify", emptied, "--anchor", anchor);

      assertThat(said.exit()).as(said.toString()).isEqualTo(1);
      assertThat(said.out()).contains("PIN_ROLLBACK", "12 entries are missing");
      assertThat(elsewhere.run("audit", "verify", emptied).exit()).isEqualTo(2);
    }
    var missing = folder.resolve("missing.jsonl").toString();
    assertThat(elsewhere.run("audit", "verify", missing, "--anchor", anchor).exit()).isEqualTo(1);
    assertThat(elsewhere.run("audit", "verify", missing).exit()).isEqualTo(2);
    var cut = anchor.substring(0, 20);
    assertThat(elsewhere.run("audit", "verify", file.toString(), "--anchor", cut).exit())
        .isEqualTo(2);
  }

  @Test
  void aLogThatGoesOnIsProvenAndSaysByHowMuch() throws IOException {
    seal();
    trail.and(3).write(file);

    var said = shell.run("audit", "verify", "ops");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("3 more than in the record of 1.0.0 (12)");
  }

  @Test
  void anAlteredEntryIsShownBesideWhatWasExpectedAndTheFileIsCopiedAside() throws IOException {
    var damaged = trail.altered(4);
    Files.writeString(file, damaged);

    var said = shell.run("audit", "verify", "data/ops.jsonl", "--copy-aside", "aside");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("at entry 4: Entry 4 (line 5, byte ")
        .contains("  found  ", "  expected  ", "Copied aside, byte for byte: ");
    assertThat(Files.readString(file)).isEqualTo(damaged);
    try (var copies = Files.list(sandbox.repository.resolve("aside"))) {
      assertThat(copies)
          .singleElement()
          .satisfies(copy -> assertThat(Files.readString(copy)).isEqualTo(damaged));
    }
    shell.run("audit", "verify", "data/ops.jsonl", "--copy-aside");
    assertThat(folder.resolve("home/aside")).isNotEmptyDirectory();
  }

  @Test
  void watchRemembersBetweenLooksHowFarALogWent() throws IOException {
    var first = shell.run("audit", "watch", "--once");
    assertThat(first.exit()).as(first.toString()).isZero();
    assertThat(first.out()).contains("ops  12 entries, nothing to compare with");
    trail.and(2).write(file);
    assertThat(shell.run("audit", "watch", "--once").out())
        .contains("ops  14 entries, 2 more than in the verification of")
        .contains("the project's own log");
    Files.writeString(file, trail.text(13));

    var said = shell.run("audit", "watch", "--once");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("1 entry is missing");
    assertThat(shell.run("audit", "verify", "ops", "--anchor", "none").exit()).isZero();
    assertThat(shell.run("audit", "watch", "--once").exit())
        .as("accepted by a verification against nothing, which is recorded")
        .isZero();
    assertThat(shell.run("audit", "watch", "--every", "1h", "--once").exit()).isEqualTo(64);
    assertThat(shell.run("audit", "watch", "--every", "1ms").exit()).isEqualTo(64);
    assertThat(shell.run("audit", "watch", "--print-timer").out())
        .contains("OnUnitActiveSec=3600s", "plimsoll audit watch --once --project ");
  }

  @Test
  void aLookAgainstAnOlderRecordDoesNotMakeForgetHowFarALogWent() throws IOException {
    seal();
    trail.and(2).write(file);
    assertThat(shell.run("audit", "watch", "--once").exit()).isZero();
    Files.writeString(file, trail.text(13));

    assertThat(shell.run("audit", "verify", "ops", "--anchor", "last-record").exit())
        .as("it goes on from the record, which is all that was asked")
        .isZero();

    var said = shell.run("audit", "watch", "--once");
    assertThat(said.exit()).as("it is still shorter than it was").isEqualTo(1);
    assertThat(said.out()).contains("1 entry is missing");
  }

  @Test
  void everyLookAtAChainOfTheProjectIsRecordedUnlessItIsNotWanted() throws IOException {
    shell.run("audit", "verify", "ops", "--no-record");
    assertThat(shell.run("audit", "verify").out()).contains("no audit log yet");

    shell.run("audit", "verify", "ops");
    Files.writeString(folder.resolve("other.jsonl"), Trail.of(3).text());
    shell.run("audit", "verify", "../other.jsonl");

    var log = shell.run("audit", "export").out();
    assertThat(log.lines().filter(line -> line.contains("verification.run")))
        .singleElement()
        .asString()
        .contains("\"chain\":\"ops\"", "\"verdict\":\"whole\"", "\"head\":\"" + trail.head());
  }

  @Test
  void aLogIsRecognisedWithReasonsAndAnUnknownOneIsUnsupportedNotTampered() throws IOException {
    var known = shell.run("audit", "recognise", "data/ops.jsonl");
    assertThat(known.exit()).isZero();
    assertThat(known.out()).contains("aetherlink", "✓ fits", "does not", "--recipe aetherlink");
    assertThat(
            shell
                .run("audit", "recognise", "data/ops.jsonl", "--json")
                .json()
                .get("recipe")
                .asString())
        .isEqualTo("aetherlink");

    Files.writeString(folder.resolve("plain.jsonl"), "{\"a\":1}\n{\"a\":2}\n");
    assertThat(shell.run("audit", "recognise", "../plain.jsonl").exit()).isEqualTo(1);
    var unknown = shell.run("audit", "verify", "../plain.jsonl");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.out()).contains("COULD NOT TELL").doesNotContain("FAILED");
    assertThat(shell.run("audit", "recognise", "nowhere.jsonl").exit()).isEqualTo(2);
    assertThat(shell.run("audit", "verify", "nowhere.jsonl").exit()).isEqualTo(2);
  }

  @Test
  void recipesAndAnchorsAreTakenFromTheCommandLine() throws IOException {
    Files.copy(file, folder.resolve("copy.jsonl"));
    assertThat(
            shell.run("audit", "verify", "../copy.jsonl", "--anchor", "12:" + trail.head()).exit())
        .isZero();
    assertThat(
            shell.run("audit", "verify", "../copy.jsonl", "--anchor", "12:" + "0".repeat(64)).out())
        .contains("PIN_FORK");
    assertThat(shell.run("audit", "verify", "../copy.jsonl", "--anchor", "many").err())
        .contains("ENTRIES:HEX");
    assertThat(shell.run("audit", "verify", "../copy.jsonl", "--recipe", "aetherlnk").err())
        .contains("aetherlink");
    assertThat(shell.run("audit", "verify", "../copy.jsonl", "--anchor", "last-record").exit())
        .isEqualTo(2);
    assertThat(shell.run("audit", "verify", "x-1.0.0.release.zip").err())
        .contains("plimsoll record verify");
    assertThat(shell.run("audit", "verify", "--recipe", "aetherlink").exit()).isEqualTo(64);
  }

  @Test
  void whoeverStopsItIsToldSoAndNothingIsSaidAboutTheRest() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();

    var exit =
        CommandLineMain.run(
            new String[] {"audit", "verify", "ops"},
            new Surroundings(
                new Surroundings.Streams(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    Prompt.NOBODY),
                sandbox.environment,
                Clock.systemUTC(),
                sandbox.repository,
                ChainCommandsTest::atOnce));

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("COULD NOT TELL", "stopped before its end")
        .doesNotContain("PROVEN");
  }

  /// Presses Ctrl-C as soon as somebody cares, and waits until it was noticed.
  private static Surroundings.Interruption.Guard atOnce(Runnable act) {
    var pressed = Thread.ofPlatform().daemon().start(act);
    while (pressed.getState() != Thread.State.TIMED_WAITING
        && pressed.getState() != Thread.State.TERMINATED) {
      LockSupport.parkNanos(1_000_000);
    }
    return () -> {};
  }
}
