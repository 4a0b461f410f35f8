package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.backup.archive.EntryKind;
import dev.plimsoll.core.backup.source.Item;
import dev.plimsoll.core.backup.source.KindOfFile;
import dev.plimsoll.core.backup.source.Listing;
import dev.plimsoll.core.backup.source.LogReading;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.backup.source.SideFiles;
import dev.plimsoll.core.backup.source.Stamp;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells for everything that a set saves what kind it is, and whether it has changed since the
/// backup before.
final class Planning {
  /// Files touched within this time before a backup was begun are read again: a second touch in the
  /// same tick of the file system's clock would leave no trace.
  private static final Duration TICK = Duration.ofSeconds(2);

  private final BackupSet set;
  private final LogReading logs;
  private final @Nullable Base base;
  private final boolean rehash;
  private final Gauge gauge;

  Planning(BackupSet set, LogReading logs, @Nullable Base base, boolean rehash, Gauge gauge) {
    this.set = set;
    this.logs = logs;
    this.base = base;
    this.rehash = rehash;
    this.gauge = gauge;
  }

  /// In the order of the paths. Files that belong to a database are left out, or put in, with it.
  List<Planned> of(Listing listing, Consumer<Finding> remarks) throws InterruptedException {
    gauge.begin(Stage.LOOKING, 0, listing.items().size());
    var planned = new TreeMap<String, Planned>();
    for (var item : listing.items()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      gauge.passed(item.path(), 0);
      planned.put(
          item.path(),
          item.shape() == EntryKind.FILE
              ? file(item)
              : new Planned(item, Kind.PLAIN, null, unchanged(item)));
    }
    for (var one : List.copyOf(planned.values())) {
      beside(one, planned, remarks);
    }
    return new ArrayList<>(planned.values());
  }

  /// Files of an SQLite database are in the copy that SQLite makes; those of DuckDB are copied with
  /// it.
  private static void beside(Planned one, Map<String, Planned> planned, Consumer<Finding> remarks) {
    var kind =
        switch (one.kind()) {
          case SQLITE -> BackupSet.Kind.SQLITE;
          case DUCKDB -> BackupSet.Kind.DUCKDB;
          case PLAIN, LOG, OUTPUT -> BackupSet.Kind.PLAIN;
        };
    for (var side : SideFiles.of(kind, one.path())) {
      var left = planned.remove(side);
      if (left != null && kind == BackupSet.Kind.SQLITE) {
        remarks.accept(
            Finding.note(
                side + " belongs to " + one.path() + ", which SQLite itself copies; left out."));
      }
    }
  }

  private Planned file(Item item) throws InterruptedException {
    try {
      var before = base == null ? null : base.member(item.path());
      var ruled = set.kindOf(item.path()).orElse(null);
      if (before != null && before.isFile() && base != null) {
        var known = modelKind(before.kind());
        if (known != null && (ruled == null || ruled == known) && countsTheSame(before)) {
          var stamp = Stamp.of(known, item.file(), item.look());
          if (stamp.text().equals(before.facts().stamp()) && isSame(item, before, stamp)) {
            return new Planned(item, before.kind(), stamp.text(), before);
          }
        }
      }
      var kind =
          ruled == null ? KindOfFile.of(item.file(), logs.chain(item.path()).isPresent()) : ruled;
      var stamp = Stamp.of(kind, item.file(), item.look());
      return new Planned(item, Kind.of(kind), stamp.text(), null);
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(item.path(), unreadable);
    }
  }

  private boolean countsTheSame(Member before) {
    var wanted = new TreeSet<String>();
    for (var rows : set.proof().rows()) {
      if (rows.file().equals(before.path())) {
        wanted.addAll(rows.tables());
      }
    }
    return wanted.equals(before.facts().rows().keySet());
  }

  private static BackupSet.@Nullable Kind modelKind(Kind kind) {
    return switch (kind) {
      case PLAIN -> BackupSet.Kind.PLAIN;
      case LOG -> BackupSet.Kind.LOG;
      case SQLITE -> BackupSet.Kind.SQLITE;
      case DUCKDB -> BackupSet.Kind.DUCKDB;
      case OUTPUT -> null;
    };
  }

  /// It looks the same; where that proves nothing, or everything is to be read, its bytes tell. A
  /// log or a database is read as such then, not as its bytes lie.
  private boolean isSame(Item item, Member before, Stamp stamp)
      throws IOException, InterruptedException {
    var taken = Objects.requireNonNull(base).manifest().takenOn();
    if (!rehash && stamp.newest().isBefore(taken.minus(TICK))) {
      return true;
    }
    return before.kind() == Kind.PLAIN
        && Files.size(item.file()) == before.size()
        && Digests.sha256Hex(item.file()).equals(before.sha256());
  }

  /// Folders and links.
  private @Nullable Member unchanged(Item item) {
    var before = base == null ? null : base.member(item.path());
    var same =
        before != null
            && before.shape() == shape(item.shape())
            && before.mode() == item.look().mode()
            && Objects.equals(before.facts().target(), item.target());
    return same ? before : null;
  }

  static Manifest.Shape shape(EntryKind kind) {
    return switch (kind) {
      case FILE -> Manifest.Shape.FILE;
      case FOLDER -> Manifest.Shape.FOLDER;
      case LINK -> Manifest.Shape.LINK;
    };
  }
}
