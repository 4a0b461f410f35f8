package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Removed;
import dev.plimsoll.core.backup.Removing;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.function.Predicate;

/// Lets go of snapshots, and of the data that nothing else needs. Where restic is stopped or fails
/// in the middle, the repository is asked which of them are gone. Use it once.
final class ResticRemove implements Removing {
  private final Repository repository;
  private final List<String> ids;
  private final Ours ours;
  private final Progressing progress = new Progressing();
  private volatile Removed gone = Removed.NONE;

  /// @param set name of the set
  /// @param points ids of those among the snapshots that are backups of it
  record Ours(String set, Points points) {
    interface Points {
      List<String> of(List<Lines.Snapshot> snapshots);
    }
  }

  ResticRemove(Repository repository, List<String> ids, Ours ours) {
    this.repository = repository;
    this.ids = List.copyOf(ids);
    this.ours = ours;
  }

  @Override
  public Progress progress() {
    return progress.now();
  }

  @Override
  public Removed soFar() {
    return gone;
  }

  @Override
  public Removed run() throws InterruptedException {
    progress.stage(Stage.REMOVING);
    var there = ours.points().of(repository.snapshots());
    for (var id : ids) {
      if (!there.contains(id)) {
        throw Problem.of(
            "Nothing removed",
            id + " is no backup of the set " + ours.set() + ".",
            "List what is there: plimsoll backup list --set " + ours.set());
      }
    }
    if (!ids.isEmpty()) {
      forget();
    }
    progress.stage(Stage.DONE);
    return gone;
  }

  private void forget() throws InterruptedException {
    Repository.Freed freed;
    try {
      freed = repository.forget(ids);
    } catch (InterruptedException stopped) {
      askThough(stopped);
      throw stopped;
    }
    var ended = freed.ended();
    if (ended.isGood()) {
      gone = new Removed(ids, freed.bytes());
      return;
    }
    throw Problem.of(
        "Backups not removed",
        "restic did not remove all of them: " + Repository.reason(ended) + "; " + known() + ".",
        "See that nobody else uses " + repository.address() + ", then try again.");
  }

  /// Asks once more. The wish to stop is put down for that, and up again.
  private void askThough(InterruptedException stopped) {
    var wished = Thread.interrupted();
    try {
      ask();
    } catch (Problem | InterruptedException unknown) {
      stopped.addSuppressed(unknown);
    } finally {
      if (wished) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String known() throws InterruptedException {
    try {
      ask();
      return gone.words() + " by then";
    } catch (Problem unreadable) {
      return "how many are gone cannot be told: " + unreadable.where().replaceFirst("\\.$", "");
    }
  }

  /// The room that they took is not freed before restic has ended well.
  private void ask() throws InterruptedException {
    var there = ours.points().of(repository.stillThere());
    gone = new Removed(ids.stream().filter(Predicate.not(there::contains)).toList(), 0);
  }
}
