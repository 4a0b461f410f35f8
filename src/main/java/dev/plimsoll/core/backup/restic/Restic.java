package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Removed;
import dev.plimsoll.core.backup.Shelf;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.backup.Unpacked;
import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.trust.Digests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The backups of a set as snapshots of a restic repository. Thread-safe.
public final class Restic implements BackupEngine {
  private final BackupSet set;
  private final Surroundings around;
  private final Repository repository;

  public Restic(BackupSet set, Surroundings around) {
    this.set = set;
    this.around = around;
    this.repository = new Repository(set, around);
  }

  @Override
  public BackupSet set() {
    return set;
  }

  @Override
  public Shelf shelf() {
    try {
      return new Shelf(points(repository.snapshots()), List.of());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.of("Backups not listed", "It was stopped.", "List them again.");
    }
  }

  private List<RestorePoint> points(List<Lines.Snapshot> snapshots) {
    var product = around.project().product();
    return snapshots.stream()
        .map(each -> Tags.point(each.id(), each.tags(), product, set.name()))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(RestorePoint::takenOn).reversed())
        .toList();
  }

  @Override
  public Work<Taken> take(TakeOptions options) {
    return new ResticTake(repository, set, around, options);
  }

  @Override
  public Work<Verified> verify(String id) {
    return new Piece<>(progress -> verified(id, progress));
  }

  private Verified verified(String id, Progressing progress) throws InterruptedException {
    var began = System.nanoTime();
    try {
      var checked =
          repository.ask(
              Program.lines(_ -> progress.stage(Work.Stage.VERIFYING)),
              List.of("check", "--read-data"));
      if (!checked.isGood() && !repository.isReadable()) {
        return new Verified.CouldNotTell(
            id, "The repository cannot be read: " + Repository.reason(checked) + ".");
      }
      if (!checked.isGood()) {
        return new Verified.Damaged(
            id,
            List.of(
                Finding.error(
                    "The repository is damaged: " + Repository.reason(checked) + ".",
                    Position.of(repository.address()),
                    "Go back to another copy of the repository; restic's own documentation tells"
                        + " how to repair one.")));
      }
      var manifest = repository.manifest(id);
      var reread = new Reread(manifest, progress);
      var read = repository.ask(reread::read, List.of("dump", "--no-lock", id, "/"));
      if (!read.isGood()) {
        return new Verified.CouldNotTell(id, "It cannot be read: " + Repository.reason(read) + ".");
      }
      var findings = reread.findings();
      return findings.isEmpty()
          ? new Verified.Sound(
              id,
              Digests.sha256Hex(manifest.encoded()),
              manifest.files().count(),
              manifest.bytes(),
              Duration.ofNanos(System.nanoTime() - began).toMillis())
          : new Verified.Damaged(id, findings);
    } catch (Problem unreadable) {
      return new Verified.CouldNotTell(id, unreadable.where());
    }
  }

  @Override
  public Manifest manifest(String id) {
    try {
      return repository.manifest(id);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.of("Backup not read", "It was stopped.", "Try again.");
    }
  }

  @Override
  public Work<Unpacked> unpack(String id, Collection<String> paths, Path into) {
    return new Piece<>(progress -> new ResticUnpack(repository, id, paths, into).run(progress));
  }

  @Override
  public Work<Removed> remove(Collection<String> ids) {
    return new Piece<>(progress -> {
      progress.stage(Work.Stage.REMOVING);
      var ours = points(repository.snapshots()).stream().map(RestorePoint::id).toList();
      for (var id : ids) {
        if (!ours.contains(id)) {
          throw Problem.of(
              "Nothing removed",
              id + " is no backup of the set " + set.name() + ".",
              "List what is there: plimsoll backup list --set " + set.name());
        }
      }
      if (!ids.isEmpty()) {
        repository.forget(List.copyOf(ids));
      }
      return new Removed(List.copyOf(ids), 0);
    });
  }
}
