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
final class RemoveWork implements Work<Removed> {
  private static final String INTENT = "Backups not removed";

  private final ArchiveFolder folder;
  private final String set;
  private final List<String> ids;
  private final Gauge gauge = new Gauge();

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
  public Removed run() throws InterruptedException {
    if (ids.isEmpty()) {
      return new Removed(List.of(), 0);
    }
    try (var _ = SetLock.of(folder.path(), set, INTENT)) {
      var going = going();
      gauge.begin(Stage.REMOVING, 0, going.size());
      var gone = new ArrayList<String>();
      var bytes = 0L;
      for (var point : going) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        gauge.passed(point.id(), 0);
        remove(point, gone.size());
        gone.add(point.id());
        bytes += point.content().stored();
      }
      gauge.begin(Stage.DONE);
      return new Removed(gone, bytes);
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

  private void remove(RestorePoint point, int before) {
    try {
      Files.delete(folder.path().resolve(point.id()));
      Folders.flush(folder.path());
    } catch (IOException refused) {
      throw Problem.of(
          INTENT,
          point.id()
              + " cannot be removed: "
              + NotTaken.words(refused)
              + "; "
              + before
              + " were removed before it.",
          "Give this person the right to write in " + folder.path() + ".",
          refused);
    }
  }
}
