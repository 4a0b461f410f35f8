package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.LogFacts;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.backup.archive.Content;
import dev.plimsoll.core.backup.source.CommandOutput;
import dev.plimsoll.core.backup.source.CopiedContent;
import dev.plimsoll.core.backup.source.DuckCopy;
import dev.plimsoll.core.backup.source.LogReading;
import dev.plimsoll.core.backup.source.Look;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.backup.source.SqliteCopy;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupSet.Output;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes sources ready to be saved: copies databases, cuts logs, runs commands. Copies lie in a
/// scratch folder that somebody else removes. Used by one thread.
final class Preparing {
  private final BackupSet set;
  private final Surroundings around;
  private final Path scratch;
  private final LogReading logs;
  private final Gauge gauge;
  private int copies;

  Preparing(BackupSet set, Surroundings around, Path scratch, LogReading logs, Gauge gauge) {
    this.set = set;
    this.around = around;
    this.scratch = scratch;
    this.logs = logs;
    this.gauge = gauge;
  }

  /// One source, and what belongs to it.
  List<Prepared> of(Planned planned, Consumer<Finding> remarks) throws InterruptedException {
    gauge.passed(planned.path(), 0);
    try {
      return switch (planned.kind()) {
        case PLAIN -> List.of(plain(planned));
        case LOG -> List.of(log(planned, remarks));
        case SQLITE -> List.of(sqlite(planned));
        case DUCKDB -> duckdb(planned);
        case OUTPUT -> throw new IllegalArgumentException("commands are run by themselves");
      };
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(planned.path(), unreadable);
    }
  }

  private static Prepared plain(Planned planned) {
    return prepared(
        planned, Content.of(planned.item().file()), null, Collections.emptySortedMap(), null);
  }

  private Prepared log(Planned planned, Consumer<Finding> remarks) throws InterruptedException {
    var reading = logs.read(planned.item().file(), planned.path(), fresh(), remarks);
    var facts = new LogFacts(reading.entries(), reading.recipe(), reading.head());
    // what was read is what the log looked like when it was cut, which may be later than planned
    return new Prepared(
        planned.path(),
        Kind.LOG,
        planned.item().look().mode(),
        reading.bytes(),
        reading.look().stamp(),
        facts,
        Collections.emptySortedMap(),
        null);
  }

  private Prepared sqlite(Planned planned) throws IOException, InterruptedException {
    var copy = fresh();
    var sqlite = new SqliteCopy();
    sqlite.copy(planned.item().file(), planned.path(), copy);
    SortedMap<String, Long> rows = new TreeMap<>();
    for (var wanted : set.proof().rows()) {
      if (wanted.file().equals(planned.path())) {
        rows.putAll(sqlite.rows(copy, planned.path(), wanted.tables()));
      }
    }
    // the stamp is from before the copy: a change meanwhile makes the next backup read it again
    return prepared(planned, copied(planned, copy), null, rows, Digests.sha256Hex(copy));
  }

  private List<Prepared> duckdb(Planned planned) throws IOException, InterruptedException {
    var copy = fresh();
    var copied = new DuckCopy().copy(planned.item().file(), planned.path(), copy);
    var all = new ArrayList<Prepared>();
    all.add(
        prepared(
            planned,
            copied(planned, copy),
            null,
            Collections.emptySortedMap(),
            Digests.sha256Hex(copy)));
    var wal = copied.wal();
    if (wal != null) {
      var beside = copy.resolveSibling(copy.getFileName() + ".wal");
      all.add(
          new Prepared(
              planned.path() + ".wal",
              Kind.DUCKDB,
              wal.mode(),
              new CopiedContent(beside, wal),
              null,
              null,
              Collections.emptySortedMap(),
              Digests.sha256Hex(beside)));
    }
    return all;
  }

  private static Content copied(Planned planned, Path copy) {
    return new CopiedContent(copy, planned.item().look());
  }

  private static Prepared prepared(
      Planned planned,
      Content content,
      @Nullable LogFacts log,
      SortedMap<String, Long> rows,
      @Nullable String digest) {
    return new Prepared(
        planned.path(),
        planned.kind(),
        planned.item().look().mode(),
        content,
        planned.stamp(),
        log,
        rows,
        digest);
  }

  /// What a command writes.
  Prepared output(Output output) throws InterruptedException {
    gauge.begin(Stage.RUNNING);
    gauge.passed(output.name(), 0);
    var machine = around.machine();
    var into = fresh();
    new CommandOutput(around.repository(), machine.environment(), machine.mask())
        .write(output, into);
    try {
      return new Prepared(
          output.name(),
          Kind.OUTPUT,
          0600,
          new CopiedContent(into, Look.at(into)),
          null,
          null,
          Collections.emptySortedMap(),
          Digests.sha256Hex(into));
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(output.name(), unreadable);
    }
  }

  private Path fresh() {
    return scratch.resolve("copy-" + copies++);
  }
}
