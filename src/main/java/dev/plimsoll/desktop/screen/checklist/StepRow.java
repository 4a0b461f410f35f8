package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;

/// A row of the column that says where the person is. Values only, so that a row is redrawn when
/// something a person sees has changed, and not before.
public sealed interface StepRow {
  /// A section.
  ///
  /// @param count `2 of 4`
  /// @param tone what the section has come to
  record Head(String title, String count, Tone tone, String facts) implements StepRow {}

  /// A step.
  ///
  /// @param below one line: what was observed, how long it runs, who answers
  /// @param marks words at the right: `killer`, `by hand`, `41 s`
  record Line(String id, String title, Sight sight, String below, List<Mark> marks)
      implements StepRow {}

  /// @param current whether it is the one to look at next
  /// @param waiting whether the order of the list holds it back
  record Sight(VerbKind kind, Standing standing, boolean current, boolean waiting) {}

  /// A word at the right of a step.
  ///
  /// @param strong killer and irreversible steps are told apart from the others
  record Mark(String word, boolean strong) {}
}
