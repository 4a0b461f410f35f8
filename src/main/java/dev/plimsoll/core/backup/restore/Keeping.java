package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.restore.Change.After;
import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps what stands where files are to be put: as a second name of the same file where that can
/// be, so that it takes no room and is the file itself, with its mode, times and owner. Use it
/// once.
final class Keeping {
  private final Targets targets;
  private final Path old;
  private final Meter meter;
  private final List<PlannedLog> logs;
  private final List<Change> gone = new ArrayList<>();
  private final List<Change> folders = new ArrayList<>();
  private final List<Change> puts = new ArrayList<>();
  private final Set<Path> made = new LinkedHashSet<>();

  Keeping(Targets targets, Path old, List<PlannedLog> logs, Meter meter) {
    this.targets = targets;
    this.old = old;
    this.logs = List.copyOf(logs);
    this.meter = meter;
  }

  /// @param wanted what is to be put in place, folders before what is in them
  /// @param leaving paths that are to be gone
  /// @return in the order in which they are to be done
  List<Change> keep(List<Wanted> wanted, List<String> leaving) throws IOException {
    Files.createDirectories(old);
    var beside = new LinkedHashSet<String>();
    for (var each : wanted) {
      beside.addAll(Sidecars.of(each));
    }
    wanted.forEach(each -> beside.remove(each.path()));
    beside.addAll(leaving);
    for (var path : beside) {
      var before = kept(path, Kind.PLAIN, null);
      if (before != null) {
        gone.add(new Change(path, before, After.GONE));
      }
    }
    for (var each : wanted) {
      var target = targets.of(each.path());
      if (each.form() == Wanted.Form.FOLDER) {
        folder(each, target);
      } else {
        parents(each.path(), target);
        var before = kept(each.path(), each.sense().kind(), head(each.path()));
        puts.add(
            new Change(
                each.path(), before, each.form() == Wanted.Form.LINK ? After.LINK : After.FILE));
        meter.at(each.path());
        meter.add(each.size());
      }
    }
    var all = new ArrayList<Change>(gone);
    all.addAll(folders);
    all.addAll(puts);
    return all;
  }

  private void parents(String path, Path target) {
    var missing = new ArrayList<Change>();
    var cut = path.lastIndexOf('/');
    for (var folder = target.getParent();
        folder != null && cut > 0 && !Durable.exists(folder) && made.add(folder);
        folder = folder.getParent()) {
      missing.addFirst(new Change(path.substring(0, cut), null, After.FOLDER));
      cut = path.lastIndexOf('/', cut - 1);
    }
    folders.addAll(missing);
  }

  private void folder(Wanted wanted, Path target) {
    parents(wanted.path(), target);
    if (!Durable.exists(target) && made.add(target)) {
      folders.add(new Change(wanted.path(), null, After.FOLDER, wanted.mode()));
    }
  }

  private @Nullable LogHead head(String path) {
    return logs.stream()
        .filter(log -> log.path().equals(path) && log.entriesNow() > 0)
        .map(log -> new LogHead(path, log.entriesNow(), log.kept().recipe(), log.headNow()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Wanted kept(String path, Kind kind, @Nullable LogHead head) throws IOException {
    var target = targets.of(path);
    meter.point("keep " + path);
    if (!Durable.exists(target)) {
      return null;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      var place = old.resolve(path);
      Files.createDirectories(place.resolveSibling("."));
      Durable.keep(target, place);
    }
    return Present.read(path, target, new Wanted.Sense(kind, false, head, List.of())).orElse(null);
  }
}
