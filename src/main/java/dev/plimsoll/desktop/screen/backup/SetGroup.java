package dev.plimsoll.desktop.screen.backup;

import java.nio.file.Path;
import java.util.List;

/// The backup sets of a project.
///
/// @param sets in the order of its file
/// @param instead what is said where there is none
public record SetGroup(Path root, String product, List<SetChoice> sets, String instead) {
  public SetGroup {
    sets = List.copyOf(sets);
  }
}
