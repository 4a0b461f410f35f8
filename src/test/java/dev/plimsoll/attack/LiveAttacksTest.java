package dev.plimsoll.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.JsonLines;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.trust.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Attacks and accidents while the log is being written: real SQLite files and processes.
@Timeout(180)
class LiveAttacksTest {
  @TempDir Path folder;

  private HistoryStore history() {
    return HistoryStore.open(LogWriter.history(folder), Duration.ofSeconds(60));
  }

  private AuditLog log(HistoryStore store) {
    return AuditLog.open(store.log("lantern"), new LogDesk().keeper(), LogWriter.memory(folder));
  }

  private static ChainVerdict verdict(HistoryStore store) {
    return new ChainVerification(ChainLines.of(store.log("lantern")), Known.NOTHING).run();
  }

  private static long whole(HistoryStore store) {
    assertThat(verdict(store)).isInstanceOf(ChainVerdict.Whole.class);
    return ((ChainVerdict.Whole) verdict(store)).entries();
  }

  private static long said(Process process) throws Exception {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      var last = reader.lines().reduce((earlier, later) -> later).orElse("-1");
      process.waitFor();
      return Long.parseLong(last);
    }
  }

  private void write(int entries) throws Exception {
    assertThat(said(LogWriter.start(folder, "append", entries))).isPositive();
  }

  @Test
  void twoWritersMakeOneChain() throws Exception {
    var one = LogWriter.start(folder, "append", 40);
    var two = LogWriter.start(folder, "append", 40);
    said(one);
    said(two);

    try (var store = history()) {
      assertThat(whole(store)).isEqualTo(81);
      var export = folder.resolve("audit.jsonl");
      try (var out = Files.newOutputStream(export)) {
        JsonLines.write(store.log("lantern"), out);
      }
      try (var python = new PythonVerifier()) {
        assertThat(python.verify(Scene.log(export, null)).exit()).isZero();
      }
      assertThat(ShellVerifier.verify(Scene.log(export, null)).exit()).isZero();
    }
  }

  @Test
  void aKilledWriterLeavesAWholeChain() throws Exception {
    var doomed = LogWriter.start(folder, "append", 100_000);
    var told = -1L;
    try (var reader = doomed.inputReader(StandardCharsets.UTF_8)) {
      for (var i = 0; i < 25; i++) {
        told = Long.parseLong(reader.readLine());
      }
      doomed.toHandle().destroyForcibly();
      doomed.waitFor();
    }
    try (var store = history()) {
      assertThat(whole(store)).isGreaterThan(told);
      assertThat(log(store).obstacle()).isEmpty();
    }
  }

  @Test
  void deathBetweenAnEntryAndItsCheckpointLosesNothing() throws Exception {
    var last = said(LogWriter.start(folder, "die-before", 5));

    try (var store = history()) {
      assertThat(whole(store)).isEqualTo(last + 1);
      var log = log(store);
      assertThat(log.obstacle()).isEmpty();
      assertThat(log.publish("again").size()).isEqualTo(last + 1);
      assertThat(whole(store)).isEqualTo(last + 2);
    }
  }

  @Test
  void deathBetweenACheckpointAndItsEntryContradictsNothing() throws Exception {
    var last = said(LogWriter.start(folder, "die-after", 5));

    assertThat(LogWriter.memory(folder).last().orElseThrow().checkpoint().size())
        .isEqualTo(last + 1);
    try (var store = history()) {
      assertThat(whole(store)).isEqualTo(last + 1);
      var log = log(store);
      assertThat(log.obstacle()).isEmpty();
      log.append(Event.LOG_OPENED, new LogDesk().ada, Map.of());
      assertThat(log.publish("again").size()).isEqualTo(last + 2);
      assertThat(whole(store)).isEqualTo(last + 3);
    }
  }

  @Test
  void anOldCopyIsRolledBackByThatManyEntries() throws Exception {
    write(3);
    var copy = Files.copy(LogWriter.history(folder), folder.resolve("old.db"));
    write(4);
    try (var store = history()) {
      log(store).checkpoint();
    }
    for (var beside : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(folder.resolve("history.db" + beside));
    }
    Files.copy(copy, LogWriter.history(folder));

    try (var store = history()) {
      assertThat(log(store).obstacle().orElseThrow().toString())
          .contains("rolled back")
          .contains("4 entries are missing");
      assertThat(whole(store)).isEqualTo(4);
    }
  }

  @Test
  void anEditedLineIsFoundByItsHash() throws Exception {
    write(5);
    edit("UPDATE audit_entry SET entry = replace(entry, '\"n\":1', '\"n\":7') WHERE seq = 2");

    try (var store = history()) {
      assertThat(verdict(store))
          .isInstanceOfSatisfying(
              ChainVerdict.Broken.class,
              broken -> {
                assertThat(broken.code()).isEqualTo(VerdictCode.CHAIN_PREV);
                assertThat(broken.seq()).isEqualTo(2);
              });
    }
  }

  @Test
  void anEditedLineAndHashAreFoundByTheNext() throws Exception {
    write(5);
    var line = folder.resolve("line");
    try (var store = history()) {
      Files.writeString(
          line, store.log("lantern").read(2, 1).getFirst().text().replace("\"n\":1", "\"n\":7"));
    }
    var hash = Digests.sha256Hex(Files.readAllBytes(line));
    edit(
        "UPDATE audit_entry SET entry = replace(entry, '\"n\":1', '\"n\":7'), hash = x'"
            + hash
            + "' WHERE seq = 2");

    try (var store = history()) {
      assertThat(verdict(store))
          .isInstanceOfSatisfying(
              ChainVerdict.Broken.class,
              broken -> {
                assertThat(broken.code()).isEqualTo(VerdictCode.CHAIN_PREV);
                assertThat(broken.seq()).isEqualTo(3);
              });
    }
  }

  /// With any SQLite, past the triggers that keep accidents away.
  private void edit(String statement) throws Exception {
    try (var sqlite = DriverManager.getConnection("jdbc:sqlite:" + LogWriter.history(folder));
        var sql = sqlite.createStatement()) {
      try (var triggers =
          sql.executeQuery(
              "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master"
                  + " WHERE type = 'trigger' AND tbl_name = 'audit_entry'")) {
        triggers.next();
        for (var drop : triggers.getString(1).split(";", -1)) {
          try (var each = sqlite.createStatement()) {
            each.execute(drop);
          }
        }
      }
      assertThat(sql.executeUpdate(statement)).isEqualTo(1);
    }
  }

  @Test
  void thePageNamesTestsThatAreHere() {
    assertThat(Stream.of(LiveAttacksTest.class.getDeclaredMethods()).map(it -> it.getName()))
        .containsAll(LiveAttacks.ALL.values());
  }
}
