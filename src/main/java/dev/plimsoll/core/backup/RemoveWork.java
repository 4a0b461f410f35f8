package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/// Removes archives, oldest first, one after another; each is there or gone, whenever it ends.
final class RemoveWork implements Removing {
  private static final String INTENT = "Backups not removed";

  private final ArchiveFolder folder;
  private final String set;
  private final List<String> ids;
  private final Gauge gauge = new Gauge();
  private volatile Removed gone = Removed.NONE;

  RemoveWork(ArchiveFolder folder, String set, Collection<String> ids) {
    this.folder = folder;
    this.set = set;
    this.ids = List.copyOf(ids);
  }

  /// As [Gauge#watchedBy].
  RemoveWork watched(Consumer<String> watcher) {
    gauge.watchedBy(watcher);
    return this;
  }

  @Override
  public Progress progress() {
    return gauge.progress();
  }

  @Override
  public Removed soFar() {
    return gone;
  }

  @Override
  public Removed run() throws InterruptedException {
    if (ids.isEmpty()) {
      return Removed.NONE;
    }
    try (var _ = SetLock.of(folder.path(), set, INTENT)) {
      var going = going();
      gauge.begin(Stage.REMOVING, 0, going.size());
      for (var point : going) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        gauge.passed(point.id(), 0);
        remove(point);
      }
      gauge.begin(Stage.DONE);
      return gone;
    }
  }

  /// Oldest first, so that whoever ends it halfway loses what is worth least.
  private List<RestorePoint> going() {
    var points = folder.shelf().points();
    var known = new HashSet<String>();
    points.forEach(point -> known.add(point.id()));
    for (var id : ids) {
      if (!known.contains(id)) {
        throw Problem.of(
            INTENT,
            id + " is no backup of the set " + set + "; nothing was removed.",
            "See those that are with: plimsoll backup list --set " + set);
      }
    }
    return points.reversed().stream().filter(point -> ids.contains(point.id())).toList();
  }

  private void remove(RestorePoint point) {
    try {
      Files.delete(folder.path().resolve(point.id()));
    } catch (IOException refused) {
      throw stays(
          point.id() + " cannot be removed: " + NotTaken.words(refused),
          "Give this person the right to write in " + folder.path() + ".",
          refused);
    }
    var ids = new ArrayList<>(gone.ids());
    ids.add(point.id());
    gone = new Removed(ids, gone.bytes() + point.content().stored());
    try {
      Folders.flush(folder.path());
    } catch (IOException unknown) {
      throw stays(
          "Whether the removal of "
              + point.id()
              + " is on the disk cannot be told: "
              + NotTaken.words(unknown),
          "Look at that disk, then list what is there: plimsoll backup list --set " + set,
          unknown);
    }
  }

  private Problem stays(String sentence, String next, IOException cause) {
    return Problem.of(INTENT, sentence + "; " + gone.words() + " by then.", next, cause);
  }
}
