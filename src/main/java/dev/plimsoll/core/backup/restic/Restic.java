package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Removing;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  @Override
  public void mustBeThere() {
    try {
      repository.stillThere();
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
    return verifyEach().apply(id);
  }

  /// The repository is read once for all of them; then each snapshot by itself.
  @Override
  public Function<String, Work<Verified>> verifyEach() {
    var checked = new Checked(repository);
    return id -> new Piece<>(progress -> verified(id, checked, progress));
  }

  private Verified verified(String id, Checked checked, Progressing progress)
      throws InterruptedException {
    var began = System.nanoTime();
    try {
      switch (checked.answer(progress)) {
        case Checked.Answer.Whole _ -> {}
        case Checked.Answer.Damaged damaged -> {
          return new Verified.Damaged(id, withFiles(id, damaged.findings(), progress));
        }
        case Checked.Answer.Unknown unknown -> {
          return new Verified.CouldNotTell(id, unknown.sentence());
        }
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
              manifest.digest(),
              manifest.files().count(),
              manifest.bytes(),
              Duration.ofNanos(System.nanoTime() - began).toMillis())
          : new Verified.Damaged(id, findings);
    } catch (Problem unreadable) {
      return new Verified.CouldNotTell(id, unreadable.where());
    }
  }

  /// The files of the snapshot that the damage is in, then what is known of the repository.
  private List<Finding> withFiles(String id, List<Finding> known, Progressing progress)
      throws InterruptedException {
    var all = new ArrayList<Finding>();
    try {
      var reread = new Reread(repository.manifest(id), progress);
      repository.ask(reread::read, List.of("dump", "--no-lock", id, "/"));
      all.addAll(reread.findings());
    } catch (Problem unreadable) {
      all.add(
          Finding.error(
              unreadable.where(), Position.of(repository.address()), "Go back to another backup."));
    }
    all.addAll(known);
    return all;
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
  public Removing remove(Collection<String> ids) {
    return new ResticRemove(
        repository,
        List.copyOf(ids),
        new ResticRemove.Ours(
            set.name(), snapshots -> points(snapshots).stream().map(RestorePoint::id).toList()));
  }
}
