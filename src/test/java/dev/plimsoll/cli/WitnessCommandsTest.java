package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two installations, each with a home of its own, that exchange files.
@Timeout(120)
final class WitnessCommandsTest {
  @TempDir Path folder;
  private Shell keeper;
  private Shell witness;

  @BeforeEach
  void twoInstallations() throws IOException {
    keeper = Shell.in(Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE))).trusting();
    Files.createDirectory(folder.resolve("elsewhere"));
    witness =
        keeper
            .at(folder.resolve("elsewhere"))
            .with("PLIMSOLL_HOME", folder.resolve("w").toString());
    walk();
  }

  private void walk() {
    keeper.run("run", "pre-release", "--answer", "reviewed=Grace Hopper");
  }

  private String name() {
    return witness.run("witness", "key", "--json").json().get("name").asString();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Shell.Said asked(String out, String... more) {
    var words =
        new java.util.ArrayList<>(
            java.util.List.of("audit", "checkpoint", "--for-witness", name(), "--out", file(out)));
    words.addAll(java.util.List.of(more));
    return keeper.run(words.toArray(String[]::new));
  }

  private Shell.Said cosigned(String request, String out) {
    return witness.run("witness", "cosign", file(request), "--out", file(out));
  }

  @Test
  void aCheckpointGoesToASecondInstallationAndComesBackCosigned() {
    assertThat(keeper.run("witness", "add", witness.run("witness", "key").out().strip()).exit())
        .isZero();
    assertThat(asked("r1").exit()).isZero();

    var first = cosigned("r1", "c1");

    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("Seen for the first time").contains("believed");
    var accepted = keeper.run("witness", "accept", file("c1"));
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    assertThat(accepted.out()).contains("is held by " + name() + " (L2)");
    assertThat(keeper.run("audit", "verify").exit()).isZero();

    walk();
    asked("r2");
    var second = cosigned("r2", "c2");
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.out()).contains("It goes on from the ").contains("cosigned before.");
    assertThat(keeper.run("witness", "accept", file("c2"), "--json").json().get("witnesses").size())
        .isEqualTo(1);
    var proof = keeper.run("audit", "proof", "--entry", "2", "--out", file("two.tlog-proof"));
    assertThat(proof.exit()).as(proof.err()).isZero();
    assertThat(keeper.run("audit", "proof", "--verify", file("two.tlog-proof")).out())
        .contains("✓ PROVEN")
        .contains("Cosigned by " + name());
  }

  @Test
  void whatCameBackIsAcceptedLongAfterAndTheLogStaysWhole() throws Exception {
    keeper.run("witness", "add", witness.run("witness", "key").out().strip());
    asked("r");
    cosigned("r", "c");
    for (var i = 0; i < 3; i++) {
      walk();
    }

    assertThat(keeper.run("witness", "accept", file("c")).exit()).isZero();

    var verified = keeper.run("audit", "verify");
    assertThat(verified.exit()).as(verified.out()).isZero();
  }

  @Test
  void aWitnessThatNobodyAddedCountsForNothing() throws Exception {
    asked("r");
    cosigned("r", "c");

    var said = keeper.run("witness", "accept", file("c"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("No witness that is trusted here signed it.");
    assertThat(keeper.run("witness", "list").out()).startsWith("None yet.");
  }

  @Test
  void anInstallationIsNoWitnessToItself() {
    var said = keeper.run("witness", "add", keeper.run("witness", "key").out().strip());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("witness to itself");
  }

  @Test
  void theKeyOfALogIsNoWitness() {
    assertThat(keeper.run("witness", "add", keeper.run("audit", "key").out().strip()).err())
        .contains("It is the key of a log");
  }

  @Test
  void aLogThatWasRolledBackIsNotCosigned() throws Exception {
    var home = folder.resolve("home");
    asked("r0");
    var old = Files.copy(home.resolve("history.db"), folder.resolve("old.db"));
    walk();
    asked("r1");
    assertThat(cosigned("r1", "c1").exit()).isZero();

    // The keeper puts everything back, its memory too, and goes on from there.
    Files.copy(old, home.resolve("history.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    for (var log : home.resolve("checkpoints").toFile().listFiles()) {
      Files.delete(log.toPath());
    }
    keeper.run("run", "pre-release", "--answer", "reviewed=Somebody Else");
    asked("r2", "--from", "0");
    var short0 = cosigned("r2", "c2");
    assertThat(short0.exit()).isEqualTo(1);

    for (var i = 0; i < 3; i++) {
      walk();
    }
    var size = Files.readString(folder.resolve("r1")).lines().toList();
    var last = size.get(size.indexOf("") + 2);
    asked("r3", "--from", last);
    var forked = cosigned("r3", "c3");

    assertThat(forked.exit()).isEqualTo(1);
    assertThat(forked.err()).contains("The log does not go on from the " + last + " entries");
    assertThat(folder.resolve("c3")).doesNotExist();
  }

  @Test
  void aRequestThatWasTamperedWithIsNotCosigned() throws Exception {
    asked("r");
    var text = Files.readString(folder.resolve("r"));
    var lines = text.lines().toList();
    var size = lines.get(lines.indexOf("") + 2);
    Files.writeString(folder.resolve("edited"), text.replace("\n" + size + "\n", "\n9999\n"));
    Files.writeString(folder.resolve("torn"), text.substring(0, 80));

    var edited = cosigned("edited", "c");
    assertThat(edited.exit()).isEqualTo(1);
    assertThat(edited.err()).contains("not signed by the key");
    assertThat(cosigned("torn", "c").exit()).isEqualTo(2);
    assertThat(cosigned("nowhere", "c").exit()).isEqualTo(2);
  }

  @Test
  void theSameRequestAgainIsCosignedAgainAndAnOldOneIsNot() {
    asked("r1");
    assertThat(cosigned("r1", "c1").exit()).isZero();
    assertThat(cosigned("r1", "c1").err()).contains("exists and is never overwritten");
    assertThat(cosigned("r1", "again").exit()).isZero();
    walk();
    asked("r2", "--from", sizeOf("r1"));
    assertThat(cosigned("r2", "c2").exit()).isZero();

    var old = cosigned("r1", "old");

    assertThat(old.exit()).isEqualTo(1);
    assertThat(old.err()).contains("cosigned").contains("already");
  }

  private String sizeOf(String request) {
    try {
      var lines = Files.readString(folder.resolve(request)).lines().toList();
      return lines.get(lines.indexOf("") + 2);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aLogWhoseKeyWasReplacedIsCosignedOnceAPersonHasAsked() {
    asked("r1");
    cosigned("r1", "c1");
    assertThat(keeper.run("audit", "rotate-key", "--reason", "yearly").exit()).isZero();
    asked("r2", "--from", sizeOf("r1"));

    var refused = cosigned("r2", "c2");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("The log is now signed with SHA256:");
    var key = keeper.run("audit", "key", "--json").json().get("fingerprint").asString();
    var accepted =
        witness.run("witness", "cosign", file("r2"), "--out", file("c2"), "--accept-key", key);
    assertThat(accepted.exit()).as(accepted.err()).isZero();
  }
}
