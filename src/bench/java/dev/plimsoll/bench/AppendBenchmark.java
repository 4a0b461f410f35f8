package dev.plimsoll.bench;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.CheckpointFile;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import dev.plimsoll.core.trust.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Goal C5: the median of a durable append (`AuditLog.append`: canonical JSON, hash, SQLite in WAL
/// mode with `synchronous=FULL`, all tables) against `fio` writing 4 KiB with fdatasync, in turns
/// in the same folder, in an empty history and in a large one. How to run it stands in
/// `docs/performance.md`.
///
/// Arguments: a folder on the disk to measure; how many entries the large history has (5000000);
/// `write` to put the result into the table.
public final class AppendBenchmark {
  private static final int PAIRS = 9;
  private static final int EACH = 400;
  private static final int TRIES = 3;
  private static final double GOAL = 1.6;
  private static final double SAME = 1.15;

  private final Path folder;
  private final boolean write;

  private AppendBenchmark(Path folder, boolean write) {
    this.folder = folder;
    this.write = write;
  }

  public static void main(String[] args) throws Exception {
    var entries = args.length > 1 ? Long.parseLong(args[1]) : 5_000_000;
    var fio = Fio.version();
    if (fio.isEmpty()) {
      Report.line("C5 SKIPPED: fio is not installed (apt-get install fio)");
      return;
    }
    new AppendBenchmark(Path.of(args[0]), args.length > 2).run(entries, fio.get());
  }

  private void run(long entries, String fio) throws Exception {
    Report.line(
        "C5 durable append of one audit entry; peer: %s, 4 KiB write + fdatasync, same folder, in"
            + " turns",
        fio);
    var rows = new ArrayList<String>();
    var empty = measured("empty", 0, rows);
    var full = measured("full", entries, rows);
    var growth =
        full.ratios().get(full.ratios().size() / 2) / empty.ratios().get(empty.ratios().size() / 2);
    var verdict =
        full.isNoisy() || empty.isNoisy() ? "INCONCLUSIVE" : growth <= SAME ? "MET" : "MISSED";
    Report.line(
        "C5 ratio at %d entries / ratio at 0: %.2f, goal <= %.2f (the same): %s",
        entries, growth, SAME, verdict);
    rows.add(
        String.format(
            "| C5 at %d / at 0 | the ratios above | %.2f | | <= %.2f | %s | |",
            entries, growth, SAME, verdict));
    if (write) {
      Report.table("C5", rows);
    }
  }

  private Turns measured(String name, long entries, List<String> rows) throws Exception {
    var place = Files.createDirectories(folder.resolve(name));
    var file = place.resolve("history.db");
    try (var store = HistoryStore.open(file, HistoryStore.PATIENCE);
        var key = key(place)) {
      var log =
          AuditLog.open(
              store.log(FilledHistory.PROJECT),
              keeper(key),
              new CheckpointFile(place.resolve("checkpoint")));
      if (log.head().size() < entries) {
        FilledHistory.fill(file, store, log, entries);
      }
      var turns = Turns.quietest(TRIES, new Appends(log), new Fio(place), PAIRS, EACH);
      Report.line("%s", turns.line("C5 at " + entries + " entries", GOAL));
      Report.keep(turns.json("C5", entries));
      rows.add(turns.row("C5 at " + entries + " entries", GOAL, Report.circumstances()));
      return turns;
    }
  }

  private static LogKeeper keeper(Signer key) {
    return new LogKeeper(
        Clock.systemUTC(),
        key,
        new SecureRandom(),
        FilledHistory.ADA,
        new LogKeeper.Tool("bench", "1"));
  }

  private static Signer key(Path place) {
    var file = place.resolve("log-key");
    if (!Files.exists(file)) {
      KeyFiles.create(file, "bench", null, new SecureRandom());
    }
    return KeyFiles.open(file, PassphraseSource.none());
  }
}
