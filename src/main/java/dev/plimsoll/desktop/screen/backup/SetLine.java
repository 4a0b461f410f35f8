package dev.plimsoll.desktop.screen.backup;

import org.jspecify.annotations.Nullable;

/// A row of the list of sets.
sealed interface SetLine {
  /// The title over a project's sets.
  record Head(String title) implements SetLine {}

  /// Said where a project has none.
  record Nothing(String words) implements SetLine {}

  /// A set.
  ///
  /// @param look what was last seen of it, or null
  /// @param runs whether something is done with it now
  record Line(SetChoice set, @Nullable SetLook look, boolean runs) implements SetLine {}
}
