package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.restore.Change.After;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Exchanges the files of one act, forwards or back. Each way can be walked again from its
/// beginning after a crash anywhere in it, and then does what is left to do.
///
/// Forwards, what has to be gone goes first: a write-ahead file never lies beside another main
/// file. That is why, once anything was put in place, what is found there later is not ours.
final class Swap {
  private final List<Change> changes;
  private final Targets targets;
  private final Path fresh;
  private final Path old;
  private final Meter meter;

  Swap(List<Change> changes, Targets targets, Path fresh, Path old, Meter meter) {
    this.changes = List.copyOf(changes);
    this.targets = targets;
    this.fresh = fresh;
    this.old = old;
    this.meter = meter;
  }

  /// Whether it can be walked forwards to its end: all that is still to be put in place lies ready
  /// or stands there already, and nothing was taken back. The journal says the latter as well,
  /// unless the disk had no room for it.
  boolean canFinish() throws IOException {
    for (var change : changes) {
      if (wasTakenBack(change)) {
        return false;
      }
      if (change.isPut()
          && !Durable.exists(fresh.resolve(change.path()))
          && !Durable.exists(targets.of(change.path()))) {
        return false;
      }
    }
    return true;
  }

  /// What is kept has its second name until it is put back; on another disk, where it is a copy, it
  /// may for a moment stand in both places.
  private boolean wasTakenBack(Change change) throws IOException {
    if (!change.isKept()) {
      return false;
    }
    var kept = old.resolve(change.path());
    if (!Durable.exists(kept)) {
      return true;
    }
    var target = targets.of(change.path());
    return change.isPut()
        && !Durable.exists(fresh.resolve(change.path()))
        && Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Files.mismatch(kept, target) < 0;
  }

  void forwards() throws IOException {
    var begun =
        changes.stream()
            .anyMatch(each -> each.isPut() && !Durable.exists(fresh.resolve(each.path())));
    for (var change : begun ? List.<Change>of() : inReverse(After.GONE)) {
      meter.point("gone " + change.path());
      goes(change);
    }
    if (!begun) {
      flush(changes.stream().filter(each -> each.after() == After.GONE));
    }
    for (var change : changes) {
      if (change.after() == After.FOLDER) {
        folder(targets.of(change.path()), change.mode());
      }
    }
    for (var change : changes) {
      var ready = fresh.resolve(change.path());
      if (change.isPut() && Durable.exists(ready)) {
        meter.point("put " + change.path());
        Durable.replace(ready, targets.of(change.path()));
        meter.at(change.path());
      }
    }
    meter.point("put all");
    flush(changes.stream());
  }

  private static void folder(Path folder, int mode) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
      if (mode >= 0 && folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        Files.setAttribute(folder, "unix:mode", mode);
      }
    }
  }

  /// What is kept stays in the undo folder; a folder goes only when it is empty.
  private void goes(Change change) throws IOException {
    try {
      Files.deleteIfExists(targets.of(change.path()));
    } catch (DirectoryNotEmptyException others) {
      // somebody put other files into it since: it stays
    }
  }

  void back() throws IOException {
    for (var change : inReverse(After.FILE, After.LINK, After.GONE)) {
      meter.point("back " + change.path());
      var target = targets.of(change.path());
      Durable.discardCopy(target);
      if (change.isKept()) {
        var kept = old.resolve(change.path());
        if (Durable.exists(kept) && !isOneFile(kept, target)) {
          Files.createDirectories(target.resolveSibling("."));
          Durable.replace(kept, target);
        }
      } else if (change.isPut() && isOurs(change, target)) {
        Files.deleteIfExists(target);
      } else if (change.before() != null) {
        Files.createDirectories(target);
      }
    }
    for (var change : inReverse(After.FOLDER)) {
      if (change.before() == null) {
        goes(change);
      }
    }
    flush(changes.stream());
  }

  /// Nothing stood there: what stands there now was put there by us once it is not ready any more.
  private boolean isOurs(Change change, Path target) throws IOException {
    var ready = fresh.resolve(change.path());
    return !Durable.exists(ready)
        || (Files.isRegularFile(target)
            && Files.size(ready) == Files.size(target)
            && Files.mismatch(ready, target) < 0);
  }

  private static boolean isOneFile(Path kept, Path target) throws IOException {
    return Durable.exists(target)
        && !Files.isSymbolicLink(kept)
        && !Files.isSymbolicLink(target)
        && Files.isSameFile(kept, target);
  }

  private List<Change> inReverse(After... afters) {
    var wanted = Set.of(afters);
    return changes.reversed().stream().filter(each -> wanted.contains(each.after())).toList();
  }

  private void flush(Stream<Change> touched) throws IOException {
    var folders = new LinkedHashSet<Path>();
    touched.forEach(change -> {
      var parent = targets.of(change.path()).getParent();
      if (parent != null) {
        folders.add(parent);
      }
    });
    for (var folder : folders) {
      if (Files.isDirectory(folder)) {
        Durable.forceFolder(folder);
      }
    }
  }
}
