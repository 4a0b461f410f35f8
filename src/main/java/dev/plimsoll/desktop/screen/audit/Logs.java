package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.HashWork;
import dev.plimsoll.core.model.Recipe;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The logs that there are, and what the core says of them. Reads files: everything but
/// [#verifying] is called off the window's thread.
public interface Logs {
  /// What can be chosen. A project that cannot be read is told in its group.
  List<LogGroup> groups();

  /// Looks at the beginning of a log and at what earlier records know of it.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it is not there or not readable
  OpenedLog open(LogChoice log);

  /// Reads nothing yet.
  ///
  /// @param recipe null for a log of our own
  /// @param anchors what to compare with; none says that there is nothing
  Verifying verifying(LogChoice log, @Nullable Recipe recipe, List<Anchor> anchors);

  /// Writes a copy, byte for byte, under a name that is free; the log itself is left as it is.
  ///
  /// @return the copy
  /// @throws dev.plimsoll.core.model.Problem where it cannot be written
  Path copyAside(LogChoice log, Path folder);

  /// Brings back the entries that a log of our own which was rolled back lost.
  ///
  /// @param export JSON Lines of the same log
  /// @return how many
  /// @throws dev.plimsoll.core.model.Problem where the export does not prove to be this log
  long bringBack(LogChoice.Own log, Path export);

  /// What a recipe hashes on the first entries of a log.
  List<HashWork> tryOut(LogChoice log, Recipe recipe);

  /// Writes the text of a recipe file.
  ///
  /// @param over whether a file that is there is written over
  /// @throws dev.plimsoll.core.model.Problem where it cannot be written, or is there and `over` is
  ///   not asked for
  void saveRecipe(String text, Path to, boolean over);

  /// Writes what was found as a report for people: as PDF where the name ends in `.pdf`, as text
  /// where it ends in `.txt`.
  ///
  /// @param to must not exist
  /// @throws dev.plimsoll.core.model.Problem where `to` has another name, exists or cannot be
  ///   written
  void export(Finding finding, Path to);
}
