package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change of key, whole and stopped between any two of its stages, over a real history.
final class KeyChangeTest {
  private static final String PROJECT = "/srv/lantern/.git";
  private static final String OTHER = "/srv/compass/.git";
  private static final Actor ADA = Actor.unauthenticated("ada", "desk");

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void keepTwoLogs() throws Exception {
    sandbox = Sandbox.empty(folder);
    try (var plimsoll = sandbox.open()) {
      for (var project : List.of(PROJECT, OTHER)) {
        var log = plimsoll.ledger(project).log();
        log.append(Event.LOG_OPENED, ADA, Map.of());
        log.publish("somebody");
        log.append(Event.LOG_OPENED, ADA, Map.of());
      }
    }
  }

  @Test
  void everyLogIsHandedOverWithALastAndAFirstCheckpoint() {
    try (var plimsoll = sandbox.open()) {
      var former = plimsoll.keyRing().current().publicKey();

      var changed = new KeyChange(plimsoll, "yearly").run();

      assertThat(changed.logs()).isEqualTo(2);
      assertThat(changed.left()).isEmpty();
      for (var project : List.of(PROJECT, OTHER)) {
        requireWhole(plimsoll, project);
        var words =
            new LogEntries(plimsoll.storedLog(project).lines())
                .all()
                .map(it -> it.event())
                .toList();
        assertThat(words)
            .endsWith("log.opened", "checkpoint.published", "key.rotated", "checkpoint.published");
        var keys = new LogEntries(plimsoll.storedLog(project).lines()).keys();
        assertThat(keys.current()).isEqualTo(changed.key().publicKey()).isNotEqualTo(former);
        assertThat(keys.knows(former)).isTrue();
      }
    }
    try (var plimsoll = sandbox.open()) {
      assertThat(plimsoll.keyRing().next()).isEmpty();
      assertThat(plimsoll.ledger(PROJECT).log().checkpoint().size()).isPositive();
    }
  }

  @Test
  void stoppedAnywhereTheLogsAreWholeGoOnAndTheChangeIsFinishedNextTime() {
    var stages = 7;
    for (var stop = 1; stop <= stages; stop++) {
      try (var plimsoll = sandbox.open()) {
        firstStages(plimsoll, stop);
      }
      try (var plimsoll = sandbox.open()) {
        for (var project : List.of(PROJECT, OTHER)) {
          requireWhole(plimsoll, project);
          plimsoll.ledger(project).log().append(Event.LOG_OPENED, ADA, Map.of());
          plimsoll.ledger(project).log().publish("after stage " + stop);
          requireWhole(plimsoll, project);
        }
        assertThat(plimsoll.keyRing().next().isPresent()).isEqualTo(stop < stages);
      }
    }
    try (var plimsoll = sandbox.open()) {
      for (var project : List.of(PROJECT, OTHER)) {
        var rotated =
            new LogEntries(plimsoll.storedLog(project).lines())
                .withWord(0, Event.KEY_ROTATED)
                .toList();
        assertThat(rotated).as("handed over once, however often it was begun").hasSize(1);
      }
    }
  }

  @Test
  void stoppedBetweenAKeyAndItsPublicHalfTheKeyCanBeChangedAgain() throws Exception {
    try (var plimsoll = sandbox.open()) {
      plimsoll.keyRing().beginNext();
      var keys = plimsoll.installation().keyFolder();
      Files.move(keys.resolve("audit-log"), keys.resolve("audit-log.former-1"));
    }
    try (var plimsoll = sandbox.open()) {
      plimsoll.keyRing().current();
      var changed = new KeyChange(plimsoll, "again").run();

      assertThat(changed.left()).isEmpty();
      requireWhole(plimsoll, PROJECT);
      var half = plimsoll.installation().keyFolder().resolve("audit-log.pub");
      assertThat(Files.readString(half)).startsWith(changed.key().publicKey().openSsh());
    }
  }

  /// Begins anew and stops after so many stages, as a kill would.
  private static void firstStages(Plimsoll plimsoll, int count) {
    var change = new KeyChange(plimsoll, "yearly");
    var next = plimsoll.keyRing().beginNext();
    var rows = change.newest();
    List<BiConsumer<Integer, KeyChange>> stages =
        List.of(
            (row, it) -> it.lastByFormer(rows.get(row), lines(plimsoll, row, it), next),
            (row, it) -> it.name(rows.get(row), lines(plimsoll, row, it), next),
            (row, it) -> it.firstByNext(rows.get(row), lines(plimsoll, row, it), next));
    for (var stage = 1; stage < count && stage <= 6; stage++) {
      stages.get((stage - 1) % 3).accept((stage - 1) / 3, change);
    }
    if (count == 7) {
      plimsoll.keyRing().finish();
    }
  }

  private static LogStore lines(Plimsoll plimsoll, int row, KeyChange it) {
    return plimsoll.store().log(it.newest().get(row));
  }

  @Test
  void cutOffBetweenItsTwoRenamesTheNewKeyTakesItsPlace() throws Exception {
    try (var plimsoll = sandbox.open()) {
      new KeyChange(plimsoll, "yearly").run();
    }
    var keys = folder.resolve("home/keys");
    Files.move(keys.resolve("audit-log"), keys.resolve("audit-log.next"));

    try (var plimsoll = sandbox.open()) {
      assertThat(plimsoll.ledger(PROJECT).log().publish("somebody").size()).isPositive();
      requireWhole(plimsoll, PROJECT);
    }
    assertThat(keys.resolve("audit-log")).exists();
  }

  @Test
  void theFormerKeySignsNothingAnyMore() {
    try (var plimsoll = sandbox.open()) {
      var former = plimsoll.keyRing().current();
      new KeyChange(plimsoll, "yearly").run();
      var old =
          AuditLog.open(
              plimsoll.storedLog(PROJECT).lines(),
              plimsoll.keeper(former),
              plimsoll.checkpoints(PROJECT));

      for (var act : List.<Runnable>of(old::checkpoint, () -> old.publish("x"))) {
        assertThat(catchThrowableOfType(Problem.class, act::run).where())
            .contains("but the key here is " + former.publicKey().fingerprint());
      }
      requireWhole(plimsoll, PROJECT);
    }
  }

  @Test
  void aLogThatWasRolledBackIsLeftAndSaid() throws Exception {
    var history = folder.resolve("home/history.db");
    var old = Files.copy(history, folder.resolve("old.db"));
    try (var plimsoll = sandbox.open()) {
      plimsoll.ledger(PROJECT).log().append(Event.LOG_OPENED, ADA, Map.of());
      plimsoll.ledger(PROJECT).log().publish("somebody");
    }
    Files.copy(old, history, StandardCopyOption.REPLACE_EXISTING);

    try (var plimsoll = sandbox.open()) {
      var changed = new KeyChange(plimsoll, "yearly").run();

      assertThat(changed.logs()).isEqualTo(1);
      assertThat(changed.left()).hasSize(1);
      assertThat(changed.left().getFirst()).startsWith(PROJECT).contains("missing since");
      requireWhole(plimsoll, OTHER);
    }
  }

  private static void requireWhole(Plimsoll plimsoll, String project) {
    var stored = plimsoll.storedLog(project);
    var verdict = new ChainVerification(ChainLines.of(stored.lines()), stored.known()).run();
    assertThat(verdict).as(verdict.sentence()).isInstanceOf(ChainVerdict.Whole.class);
    assertThat(((ChainVerdict.Whole) verdict).remarks()).isEmpty();
  }
}
