package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new log in place of one that was rolled back, whole and stopped between its stages.
final class NewEpochTest {
  private static final String PROJECT = "/srv/lantern/.git";
  private static final Actor ADA = Actor.unauthenticated("ada", "desk");

  @TempDir Path folder;
  private Sandbox sandbox;
  private String gone = "";

  @BeforeEach
  void rollBack() throws Exception {
    sandbox = Sandbox.empty(folder);
    var history = folder.resolve("home/history.db");
    try (var plimsoll = sandbox.open()) {
      plimsoll.ledger(PROJECT).log().append(Event.LOG_OPENED, ADA, Map.of());
      gone = plimsoll.ledger(PROJECT).log().origin();
    }
    var old = Files.copy(history, folder.resolve("old.db"));
    try (var plimsoll = sandbox.open()) {
      plimsoll.ledger(PROJECT).log().append(Event.LOG_OPENED, ADA, Map.of());
      plimsoll.ledger(PROJECT).log().publish("somebody");
    }
    Files.copy(old, history, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void itNamesTheOldOneAndHowFarItWasSigned() {
    try (var plimsoll = sandbox.open()) {
      var previous = new NewEpoch(plimsoll, PROJECT, "disk lost").begin();

      assertThat(previous.origin()).isEqualTo(gone);
      assertThat(previous.size()).isEqualTo(3);
      requireFresh(plimsoll);
    }
  }

  @Test
  void stoppedBetweenAnyTwoStagesItIsBegunOnce() {
    try (var plimsoll = sandbox.open()) {
      new NewEpoch(plimsoll, PROJECT, "disk lost").place();
    }
    try (var plimsoll = sandbox.open()) {
      assertThat(plimsoll.ledger(PROJECT).log().obstacle().map(Problem::what))
          .contains("Audit log rolled back");
      var epoch = new NewEpoch(plimsoll, PROJECT, "disk lost");
      epoch.create(epoch.place(), epoch.previous());
    }
    try (var plimsoll = sandbox.open()) {
      assertThat(plimsoll.ledger(PROJECT).log().obstacle()).isEmpty();
      plimsoll.ledger(PROJECT).log().publish("somebody");
      requireFresh(plimsoll);
      assertThat(plimsoll.logs()).hasSize(2);
    }
  }

  @Test
  void aLogThatGoesOnIsNotReplaced() {
    try (var plimsoll = sandbox.open()) {
      new NewEpoch(plimsoll, PROJECT, "disk lost").begin();

      var problem =
          catchThrowableOfType(
              Problem.class, () -> new NewEpoch(plimsoll, PROJECT, "again").begin());

      assertThat(problem.where()).contains("whole and goes on");
      assertThat(plimsoll.logs()).hasSize(2);
    }
  }

  @Test
  void nothingMoreIsAppendedToTheOldOneByAnotherProcess() throws Exception {
    try (var other = sandbox.open()) {
      var stale = other.store().log(PROJECT);
      try (var plimsoll = sandbox.open()) {
        new NewEpoch(plimsoll, PROJECT, "disk lost").begin();
      }

      var problem =
          catchThrowableOfType(
              Problem.class,
              () ->
                  stale.append(head -> {
                    throw new AssertionError("asked for an entry");
                  }));

      assertThat(problem.where()).contains("another log was begun in its place");
    }
  }

  private void requireFresh(Plimsoll plimsoll) {
    var stored = plimsoll.storedLog(PROJECT);
    var genesis = new LogEntries(stored.lines()).genesis();
    assertThat(Optional.ofNullable(genesis.previous()).map(it -> it.origin())).contains(gone);
    assertThat(Optional.ofNullable(genesis.previous()).map(it -> it.reason()))
        .contains("disk lost");
    var verdict = new ChainVerification(ChainLines.of(stored.lines()), stored.known()).run();
    assertThat(verdict).as(verdict.sentence()).isInstanceOf(ChainVerdict.Whole.class);
  }
}
