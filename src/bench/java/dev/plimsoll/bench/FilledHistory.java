package dev.plimsoll.bench;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.model.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Fills a history with the entries of many runs, quickly: the lines are real and chained, only the
/// way in is not (one transaction, then the tables are made again from the log).
final class FilledHistory {
  static final String PROJECT = "lantern";
  static final int STEPS = 20;
  static final Actor ADA = new Actor("ada@example.org", "SHA256:" + "a".repeat(43));

  private static final int ENTRIES_PER_RUN = 2 + 2 * STEPS;
  private static final String HEX = "0123456789abcdef".repeat(4);

  private FilledHistory() {}

  /// @param log already created, at least its first entry
  static void fill(Path file, HistoryStore store, AuditLog log, long entries) throws SQLException {
    var head = log.head();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      pragma(connection, "PRAGMA synchronous = OFF");
      connection.setAutoCommit(false);
      append(connection, head.size(), head.hash(), entries);
      connection.commit();
    }
    store.rebuild();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private static void pragma(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static void append(Connection connection, long from, String head, long entries)
      throws SQLException {
    var previous = head;
    var start = Instant.parse("2020-01-01T00:00:00.000Z");
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO audit_entry (log, seq, entry, hash) VALUES (1, ?, ?, ?)")) {
      for (var seq = from; seq < entries; seq++) {
        var run = seq / ENTRIES_PER_RUN;
        var line = line(previous, seq, start.plusSeconds(seq), run, (int) (seq % ENTRIES_PER_RUN));
        previous = insert(insert, seq, line);
      }
    }
  }

  private static String insert(PreparedStatement insert, long seq, byte[] line)
      throws SQLException {
    var hash = EntryLine.hash(line);
    insert.setLong(1, seq);
    insert.setString(2, new String(line, StandardCharsets.UTF_8));
    insert.setBytes(3, HexFormat.of().parseHex(hash));
    insert.executeUpdate();
    return hash;
  }

  private static byte[] line(String previous, long seq, Instant time, long run, int place) {
    if (place == 0) {
      return new EntryLine(previous, seq, time, ADA, opened(run), "run.opened").encode();
    }
    if (place == ENTRIES_PER_RUN - 1) {
      return new EntryLine(
              previous, seq, time, ADA, Map.of("run", "run-" + run, "decision", "GO"), "run.sealed")
          .encode();
    }
    var step = (place - 1) / 2;
    return place % 2 == 1
        ? new EntryLine(previous, seq, time, ADA, started("run-" + run, step), "step.started")
            .encode()
        : new EntryLine(
                previous, seq, time, ADA, concluded("run-" + run, step, seq), "step.concluded")
            .encode();
  }

  static Map<String, Object> opened(long run) {
    var steps = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < STEPS; i++) {
      steps.add(
          Map.of(
              "id",
              "step-" + i,
              "title",
              "Check number " + i + " of the list",
              "section",
              "Checks"));
    }
    return Map.of(
        "run", "run-" + run,
        "checklist", Map.of("id", "pre-release", "title", "Before a release", "sha256", HEX),
        "release",
            Map.of(
                "product",
                "Lantern",
                "version",
                "1." + run + ".0",
                "tag",
                "v1." + run + ".0",
                "type",
                "minor"),
        "binding", binding(),
        "parameters", Map.of(),
        "solo", true,
        "steps", steps,
        "stepsRemovedSinceLast", List.of());
  }

  static Map<String, Object> started(String run, int step) {
    var data = new HashMap<String, Object>();
    data.put("run", run);
    data.put("step", "step-" + step);
    data.put("attempt", 1L);
    data.put("binding", binding());
    data.put("inputs", HEX);
    data.put("by", "machine");
    return data;
  }

  static Map<String, Object> concluded(String run, int step, long seq) {
    var data = new HashMap<String, Object>();
    data.put("run", run);
    data.put("step", "step-" + step);
    data.put("attempt", 1L);
    data.put("outcome", "PASSED");
    data.put("observed", (seq % 977) + " tests passed in " + (seq % 61) + " suites");
    data.put("expected", "no test fails");
    data.put("exit", 0L);
    data.put(
        "evidence",
        List.of(
            Map.of(
                "name",
                "stdout.txt",
                "sha256",
                digest(seq),
                "mediaType",
                "text/plain",
                "size",
                seq)));
    return data;
  }

  private static String digest(long seq) {
    return EntryLine.hash(String.valueOf(seq).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> binding() {
    return Map.of(
        "commit",
        HEX.substring(24),
        "tree",
        HEX.substring(0, 40),
        "branch",
        "main",
        "dirty",
        false);
  }

  /// How many bytes the lines of a run have on average, for the report.
  static long bytesPerEntry(List<LogEntry> entries) {
    return entries.stream().mapToLong(entry -> entry.line().length()).sum()
        / Math.max(1, entries.size());
  }
}
