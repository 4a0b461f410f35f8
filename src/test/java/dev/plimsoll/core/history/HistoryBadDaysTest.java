package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Problem;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryBadDaysTest {
  @TempDir Path folder;

  @Test
  void aReadOnlyFileIsNotOpenedForWritingAndNotChanged() throws Exception {
    var file = writtenHistory();
    assertThat(file.toFile().setWritable(false, false)).isTrue();
    var before = Files.readAllBytes(file);

    var problem = catchThrowableOfType(Problem.class, () -> HistoryStore.open(file, Duration.ZERO));

    assertThat(problem.where()).isEqualTo("The history " + file + " is read-only.");
    assertThat(problem.next()).contains("--read-only");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(file.toFile().setWritable(true, true)).isTrue();
  }

  @Test
  void aReadOnlyRefusalOfSqliteItselfIsToldInTheSameWords() throws Exception {
    var file = writtenHistory();
    var reading = new Database(file, new HistoryFile(file, Duration.ZERO).connectForReading());
    try (reading) {
      var problem =
          catchThrowableOfType(
              Problem.class,
              () ->
                  reading.write(
                      "Entry not recorded",
                      sql -> {
                        sql.run("UPDATE log SET product = 'x'");
                        return 0;
                      }));

      assertThat(problem.what()).isEqualTo("Entry not recorded");
      assertThat(problem.where()).endsWith("is read-only.");
    }
  }

  @Test
  void aFileThatIsCutOffIsNotOpenedAndNotChanged() throws Exception {
    var file = writtenHistory();
    var whole = Files.size(file);
    try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(whole - 4096);
    }
    var before = Files.readAllBytes(file);

    var problem = catchThrowableOfType(Problem.class, () -> HistoryStore.open(file, Duration.ZERO));

    assertThat(problem.where())
        .contains("is cut off: " + (whole - 4096) + " of " + whole + " bytes");
    assertThat(problem.next()).contains("restore the history from a backup");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aFileOfGarbageIsNotOpenedAndNotChanged() throws Exception {
    var file = folder.resolve("history.db");
    Files.writeString(file, "these are my notes, not a history\n".repeat(20));
    var before = Files.readAllBytes(file);

    var problem = catchThrowableOfType(Problem.class, () -> HistoryStore.open(file, Duration.ZERO));

    assertThat(problem.where()).contains("does not begin as a SQLite database does");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactly("history.db");
  }

  @Test
  void aFileThatIsScrambledInTheMiddleIsToldAsDamaged() throws Exception {
    var file = writtenHistory();
    try (var scrambled = new RandomAccessFile(file.toFile(), "rw")) {
      for (var at = 4096L; at < scrambled.length(); at += 4096) {
        scrambled.seek(at);
        scrambled.write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});
      }
    }

    var problem = catchThrowableOfType(Problem.class, () -> open(file).log("lantern").head());

    assertThat(problem.where()).contains("is damaged, or is no history of Plimsoll");
  }

  @Test
  void aFileOfANewerVersionIsNotOpenedAndNotChanged() throws Exception {
    var file = writtenHistory();
    execute(file, "PRAGMA user_version = 99");
    var before = Files.readAllBytes(file);

    var problem = catchThrowableOfType(Problem.class, () -> HistoryStore.open(file, Duration.ZERO));
    var reading = catchThrowableOfType(Problem.class, () -> HistoryStore.openReadOnly(file));

    assertThat(problem.where()).contains("version 99, written by a newer Plimsoll");
    assertThat(reading.where()).isEqualTo(problem.where());
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void theDatabaseOfAnotherProgramIsNotOpenedAndNotChanged() throws Exception {
    var file = folder.resolve("places.sqlite");
    execute(file, "CREATE TABLE bookmark (address TEXT)");
    var before = Files.readAllBytes(file);

    var problem = catchThrowableOfType(Problem.class, () -> HistoryStore.open(file, Duration.ZERO));

    assertThat(problem.where()).contains("is a database of another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aFullDiskIsToldAndWhatWasRecordedBeforeStays() {
    try (var desk = new HistoryDesk(folder)) {
      var log = desk.log();
      desk.store.leaveRoomFor(60);
      var evidence = Map.of("kind", "note", "text", "x".repeat(20_000));
      Problem problem = null;
      while (problem == null) {
        problem =
            catchThrowableOfType(
                Problem.class, () -> log.append(Event.EVIDENCE_ATTACHED, Walked.ADA, evidence));
      }
      var kept = log.head();

      assertThat(problem.what()).isEqualTo("Entry not recorded");
      assertThat(problem.where()).contains("no room left");
      assertThat(kept.size()).isPositive();
      assertThat(verdict(desk.store.log("lantern"))).isInstanceOf(ChainVerdict.Whole.class);

      desk.store.leaveRoomFor(10_000);
      log.append(Event.EVIDENCE_ATTACHED, Walked.ADA, evidence);
      assertThat(log.head().size()).isEqualTo(kept.size() + 1);
      assertThat(desk.history().search("kind note", Page.first(100)))
          .hasSizeLessThanOrEqualTo((int) kept.size());
    }
  }

  @Test
  void aHistoryThatAnotherProcessKeepsLockedIsToldAfterAWhileAndReadingGoesOn() throws Exception {
    var file = folder.resolve("history.db");
    try (var store = open(file);
        var other = raw(file)) {
      var log = new LogDesk().open(store.log("lantern"));
      try (var statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");

        var problem =
            catchThrowableOfType(
                Problem.class, () -> log.append(Event.LOG_OPENED, Walked.ADA, Map.of()));

        assertThat(problem.where()).contains("is locked by another process");
        assertThat(log.entries(0, 10)).hasSize(1);
        statement.execute("ROLLBACK");
      }
      log.append(Event.LOG_OPENED, Walked.ADA, Map.of());
      assertThat(log.all())
          .extracting(LogEntry::event)
          .containsExactly("log.created", "log.opened");
    }
  }

  @Test
  void aFileThatIsExchangedWhileItIsOpenIsNotWrittenTo() throws Exception {
    try (var desk = new HistoryDesk(folder)) {
      var log = desk.log();
      var copy = folder.resolve("copy.db");
      Files.copy(desk.file, copy);
      Files.move(copy, desk.file, StandardCopyOption.REPLACE_EXISTING);

      var problem =
          catchThrowableOfType(
              Problem.class, () -> log.append(Event.LOG_OPENED, Walked.ADA, Map.of()));

      assertThat(problem.where()).contains("moved away, deleted or replaced while it was open");
    }
  }

  @Test
  void anOldCopyThatWasPutBackIsReadButNotContinued() throws Exception {
    var desk = new LogDesk();
    var file = folder.resolve("history.db");
    var old = folder.resolve("old.db");
    try (var store = open(file)) {
      var log = desk.open(store.log("lantern"));
      execute(file, "VACUUM INTO '" + old + "'");
      log.append(Event.LOG_OPENED, Walked.ADA, Map.of());
      log.append(Event.LOG_CLOSED, Walked.ADA, Map.of());
      log.checkpoint();
    }
    Files.move(old, file, StandardCopyOption.REPLACE_EXISTING);

    try (var store = open(file)) {
      var log = desk.open(store.log("lantern"));
      var problem =
          catchThrowableOfType(
              Problem.class, () -> log.append(Event.LOG_OPENED, Walked.ADA, Map.of()));

      assertThat(problem.what()).isEqualTo("Audit log rolled back");
      assertThat(problem.where())
          .startsWith("2 entries are missing since checkpoint 3 of plimsoll.dev/log/");
      assertThat(log.all()).hasSize(1);
    }
  }

  @Test
  void aHistoryThatWasDeletedIsNotSilentlyBegunAnew() throws Exception {
    var desk = new LogDesk();
    var file = folder.resolve("history.db");
    try (var store = open(file)) {
      desk.open(store.log("lantern")).checkpoint();
    }
    Files.delete(file);

    try (var store = open(file)) {
      var log = desk.open(store.log("lantern"));

      assertThat(log.obstacle()).map(Problem::what).contains("Audit log rolled back");
      assertThat(log.head()).isEqualTo(LogStore.Head.EMPTY);
    }
  }

  @Test
  void entriesAreNeitherChangedNorDeletedByAccident() {
    var file = writtenHistory();

    for (var statement : List.of("UPDATE audit_entry SET entry = ''", "DELETE FROM audit_entry")) {
      assertThatThrownBy(() -> execute(file, statement)).hasMessageContaining("append-only");
    }
  }

  private HistoryStore open(Path file) {
    return HistoryStore.open(file, Duration.ofMillis(300));
  }

  /// A closed history with a run in it.
  private Path writtenHistory() {
    try (var desk = new HistoryDesk(folder)) {
      new Walked(desk.log(), "r1", "1.0.0")
          .open()
          .start("tests", 1)
          .conclude("tests", 1, "PASSED", "412 passed");
      return desk.file;
    }
  }

  private static ChainVerdict verdict(LogStore log) {
    return new ChainVerification(ChainLines.of(log), Known.NOTHING).run();
  }

  private static Connection raw(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static void execute(Path file, String statement) throws SQLException {
    try (var connection = raw(file);
        var run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
