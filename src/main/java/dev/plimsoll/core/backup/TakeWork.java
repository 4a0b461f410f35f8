package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.source.Lister;
import dev.plimsoll.core.backup.source.LogReading;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes one backup, stage by stage. Until the last stage nothing bears the name of a backup;
/// whatever ends it before leaves things as they were.
final class TakeWork implements Work<Taken> {
  static final String INTENT = "Backup not taken";

  private static final int NAMES_TRIED = 3;
  private static final long A_SECOND = 1_050;

  private final BackupSet set;
  private final Surroundings around;
  private final ArchiveFolder folder;
  private final TakeOptions options;
  private final Gauge gauge = new Gauge();
  private final List<Finding> remarks = new ArrayList<>();

  TakeWork(BackupSet set, Surroundings around, ArchiveFolder folder, TakeOptions options) {
    this.set = set;
    this.around = around;
    this.folder = folder;
    this.options = options;
  }

  /// As [Gauge#watchedBy].
  TakeWork watched(Consumer<String> watcher) {
    gauge.watchedBy(watcher);
    return this;
  }

  @Override
  public Progress progress() {
    return gauge.progress();
  }

  @Override
  public Taken run() throws InterruptedException {
    var began = System.nanoTime();
    gauge.begin(Stage.LOOKING);
    if (around.isBeingRestored()) {
      throw Problem.of(
          INTENT,
          "Files of this project are being put back, or a crash ended that in the middle: they may"
              + " be old and new ones together.",
          "Wait until that is done, or let the next start of Plimsoll put it right; then try"
              + " again.");
    }
    makeFolder();
    try (var _ = SetLock.of(folder.path(), set.name(), INTENT)) {
      removeLeftOvers();
      var taken = taken(began);
      gauge.begin(Stage.DONE);
      return taken;
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder.path());
    } catch (IOException refused) {
      throw Problem.of(
          INTENT,
          folder.path() + " cannot be made: " + NotTaken.words(refused) + ".",
          "Give this person the right to write there, or name another folder under to: of the set.",
          refused);
    }
  }

  /// What a take that was killed has left: nobody else writes under such a name while the lock is
  /// held.
  private void removeLeftOvers() {
    try (var entries = Files.newDirectoryStream(folder.path())) {
      for (var entry : entries) {
        if (folder.names().isTemporary(String.valueOf(entry.getFileName()), set.name())) {
          Files.deleteIfExists(entry);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw NotTaken.unreadable(
          folder.path().toString(), Objects.requireNonNull(broken.getCause()));
    } catch (IOException broken) {
      throw NotTaken.unreadable(folder.path().toString(), broken);
    }
  }

  private Taken taken(long began) throws InterruptedException {
    var shelf = folder.shelf();
    var on = moment(shelf);
    var scratch = scratch();
    try {
      Folders.remove(scratch);
      Folders.makePrivate(scratch);
      return taken(shelf, on, scratch, began);
    } catch (IOException refused) {
      throw Problem.of(
          INTENT,
          "The scratch folder " + scratch + " cannot be used: " + NotTaken.words(refused) + ".",
          "Give this person the right to write there, and see that there is room.",
          refused);
    } finally {
      sweep(scratch);
    }
  }

  private static void sweep(Path scratch) {
    try {
      Folders.remove(scratch);
    } catch (IOException busy) {
      // what stays is removed when the next backup of the set begins
    }
  }

  private Taken taken(Shelf shelf, Instant on, Path scratch, long began)
      throws IOException, InterruptedException {
    var base = base(shelf);
    var audit = around.project().audit();
    var logs = new LogReading(audit, around.machine().keys());
    var listing =
        new Lister(
                around.repository(),
                set.sources(),
                List.of(
                    folder.path(),
                    around.scratch(),
                    around.repository().resolve(Surroundings.UNDO)))
            .list();
    remarks.addAll(listing.remarks());
    var planned = new Planning(set, logs, base, options.rehash(), gauge).of(listing, remarks::add);
    checkNames(planned);
    SpaceNeeded.inTarget(folder.path(), planned, base);
    SpaceNeeded.inScratch(scratch, planned);
    var preparing = new Preparing(set, around, scratch, logs, gauge);
    var prepared = new ArrayList<Prepared>();
    for (var output : set.sources().outputs()) {
      prepared.add(preparing.output(output));
    }
    gauge.begin(Stage.LOOKING, 0, planned.size());
    for (var one : planned) {
      if (one.isToBeRead()) {
        prepared.addAll(preparing.of(one, remarks::add));
      }
    }
    if (base != null && !options.force() && NothingNew.since(base, planned, prepared)) {
      return new Taken.Unchanged(base.point(), remarks);
    }
    var saving = new Saving(set, around, folder, gauge);
    return saving.save(
        new Saving.Order(on, options.of(), base, planned, prepared), preparing, remarks, began);
  }

  /// The backup before: the newest that says what is in it, is not known to be broken, and is of
  /// the same format.
  private @Nullable Base base(Shelf shelf) throws InterruptedException {
    for (var point : shelf.points()) {
      if (point.level() != RestorePoint.Level.BROKEN
          && point.level() != RestorePoint.Level.UNREAD
          && !options.broken().contains(point.id())
          && !point.manifest().isEmpty()
          && point.id().endsWith("." + set.place().format().suffix())) {
        try {
          var archive = folder.archive(point.id(), INTENT);
          return Base.of(point, archive, folder.manifests().of(archive, INTENT).manifest());
        } catch (Problem unreadable) {
          remarks.add(
              new Finding(
                  Severity.WARNING,
                  point.id() + " cannot be read, so everything was read anew.",
                  null,
                  "Verify it: plimsoll backup verify " + point.id()));
          return null;
        }
      }
    }
    return null;
  }

  /// The time that the backup will bear.
  private Instant moment(Shelf shelf) throws InterruptedException {
    for (var tried = 0; ; tried++) {
      var on = around.machine().clock().instant().truncatedTo(ChronoUnit.MILLIS);
      var name = folder.names().file(on);
      if (!Files.exists(folder.path().resolve(name))) {
        sayWhereTheClockWasSetBack(shelf, on);
        return on;
      }
      if (tried == NAMES_TRIED - 1) {
        throw Problem.of(
            INTENT,
            "There is a backup " + name + " already: the clock stands, or was set back.",
            "Set the clock right, or wait until its time has passed. Nothing is overwritten.");
      }
      Thread.sleep(A_SECOND);
    }
  }

  private void sayWhereTheClockWasSetBack(Shelf shelf, Instant on) {
    shelf.points().stream()
        .filter(point -> point.takenOn().isAfter(on))
        .findFirst()
        .ifPresent(ahead ->
            remarks.add(
                new Finding(
                    Severity.WARNING,
                    "The clock was set back: "
                        + ahead.id()
                        + " is of "
                        + ahead.takenOn()
                        + ", after this one.",
                    null,
                    "Set the clock right. Backups of times to come are never removed.")));
  }

  private void checkNames(List<Planned> planned) {
    var files = planned.stream().filter(Planned::isFile).map(Planned::path).toList();
    if (files.isEmpty() && set.sources().outputs().isEmpty()) {
      throw NotTaken.because(
          "The set " + set.name() + " holds no file.", "See what its files and exclude name.");
    }
    for (var path : planned) {
      if (path.path().equals("manifest.json") || path.path().startsWith("manifest.json/")) {
        throw NotTaken.because(
            "A file manifest.json at the top has the name of the backup's own list.",
            "Leave it out with exclude, or move it into a folder.");
      }
    }
    for (var output : set.sources().outputs()) {
      if (files.contains(output.name()) || output.name().equals("manifest.json")) {
        throw NotTaken.because(
            "The output " + output.name() + " has the name of a file that is saved too.",
            "Give it another name.");
      }
    }
    for (var rows : set.proof().rows()) {
      if (planned.stream()
          .noneMatch(one -> one.kind() == Manifest.Kind.SQLITE && one.path().equals(rows.file()))) {
        throw NotTaken.because(
            "Rows of " + rows.file() + " are to be counted, and it is no SQLite file of the set.",
            "Correct rows: of the set " + set.name() + ".");
      }
    }
  }

  /// One for each set of each repository, so that what a killed take has left is found again.
  private Path scratch() {
    var digest = Digests.sha256Hex(around.repository().toString().getBytes(StandardCharsets.UTF_8));
    return around.scratch().resolve("take-" + set.name() + "-" + digest.substring(0, 12));
  }
}
