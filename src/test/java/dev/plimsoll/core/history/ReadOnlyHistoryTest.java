package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadOnlyHistoryTest {
  @TempDir Path folder;

  @AfterEach
  void letTheFolderBeDeleted() throws Exception {
    mark(true);
  }

  @Test
  void everythingIsVisibleAndNothingWritable() {
    try (var desk = new HistoryDesk(folder)) {
      new Walked(desk.log(), "r1", "1.0.0").open();

      try (var reading = HistoryStore.openReadOnly(desk.file)) {
        assertThat(reading.isReadOnly()).isTrue();
        assertThat(reading.history().runs(HistoryFilter.ALL, Page.first(5))).hasSize(1);
        assertThat(reading.logs()).extracting(LogRow::project).containsExactly("lantern");
        assertThat(reading.log("lantern").head()).isEqualTo(desk.log().head());
        var problem =
            catchThrowableOfType(
                Problem.class, () -> desk.desk.open(reading.log("lantern")).recover("x"));
        assertThat(problem.where()).contains("opened for reading only");
        assertThat(catchThrowableOfType(Problem.class, () -> reading.log("unknown"))).isNotNull();
        assertThat(catchThrowableOfType(Problem.class, reading::rebuild)).isNotNull();
      }
    }
  }

  @Test
  void whatIsAppendedMeanwhileIsSeen() {
    try (var desk = new HistoryDesk(folder);
        var reading = HistoryStore.openReadOnly(desk.file)) {
      desk.log().append(Event.LOG_OPENED, Walked.ADA, Map.of());

      assertThat(reading.log("lantern").head().size()).isEqualTo(2);
    }
  }

  @Test
  void aHistoryInAReadOnlyPlaceIsReadWithoutLeavingATrace() throws Exception {
    Path file;
    try (var desk = new HistoryDesk(folder)) {
      new Walked(desk.log(), "r1", "1.0.0").open();
      file = desk.file;
    }
    mark(false);
    var before = contents();

    try (var reading = HistoryStore.openReadOnly(file)) {
      assertThat(reading.history().runs(HistoryFilter.ALL, Page.first(5))).hasSize(1);
      assertThat(reading.caution()).isEmpty();
    }

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void entriesThatStandOnlyInTheWriteAheadLogAreSeenInAReadOnlyPlaceToo() throws Exception {
    var left = folder.resolve("left");
    Files.createDirectories(left);
    try (var desk = new HistoryDesk(folder)) {
      new Walked(desk.log(), "r1", "1.0.0").open();
      // what a killed process leaves behind
      for (var name : new String[] {"history.db", "history.db-wal"}) {
        Files.copy(folder.resolve(name), left.resolve(name));
      }
    }
    assertThat(Files.size(left.resolve("history.db-wal"))).isPositive();
    mark(false);
    var before = contents();

    try (var reading = HistoryStore.openReadOnly(left.resolve("history.db"))) {
      assertThat(reading.history().runs(HistoryFilter.ALL, Page.first(5))).hasSize(1);
      assertThat(reading.caution())
          .hasValueSatisfying(caution -> assertThat(caution).contains("private copy"));
    }

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aFileThatIsNotThereIsNotMade() {
    var problem =
        catchThrowableOfType(
            Problem.class, () -> HistoryStore.openReadOnly(folder.resolve("none.db")));

    assertThat(problem.where()).startsWith("There is no file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileOfGarbageIsToldAsSuch() throws Exception {
    var file = Files.writeString(folder.resolve("x.db"), "garbage ".repeat(100));

    var problem = catchThrowableOfType(Problem.class, () -> HistoryStore.openReadOnly(file));

    assertThat(problem.where()).contains("does not begin as a SQLite database does");
  }

  private void mark(boolean writable) throws Exception {
    try (var all = Files.walk(folder)) {
      for (var each : all.toList()) {
        assertThat(each.toFile().setWritable(writable, true)).isTrue();
      }
    }
  }

  private Map<String, String> contents() throws Exception {
    var contents = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var each : all.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(each).toString(), HexFormat.of().formatHex(Files.readAllBytes(each)));
      }
    }
    return contents;
  }
}
