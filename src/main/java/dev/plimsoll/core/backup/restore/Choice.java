package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of a backup is put back: all, or some paths with what is below them.
///
/// @param paths as in the backup; all where it is empty
public record Choice(Set<String> paths) {
  public static final Choice ALL = new Choice(Set.of());

  public Choice {
    paths = Set.copyOf(paths);
  }

  /// Those of `all` that are chosen, and the folders that lead to them.
  ///
  /// @throws Problem where a path is chosen that is not there
  List<Wanted> of(List<Wanted> all) {
    if (paths.isEmpty()) {
      return all;
    }
    var chosen = new HashSet<String>();
    var met = new HashSet<String>();
    for (var wanted : all) {
      for (var path : paths) {
        if (wanted.path().equals(path) || wanted.path().startsWith(path + "/")) {
          chosen.add(wanted.path());
          met.add(path);
          for (var cut = wanted.path().lastIndexOf('/');
              cut > 0;
              cut = wanted.path().lastIndexOf('/', cut - 1)) {
            chosen.add(wanted.path().substring(0, cut));
          }
        }
      }
    }
    for (var path : paths) {
      if (!met.contains(path)) {
        throw Problem.of(
            "Files not put back",
            path + " is not in the backup.",
            "Choose among the files that it has. Nothing was changed.");
      }
    }
    return all.stream().filter(wanted -> chosen.contains(wanted.path())).toList();
  }
}
