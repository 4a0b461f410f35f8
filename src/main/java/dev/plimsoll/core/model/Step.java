package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a checklist.
///
/// @param id unique in its checklist, immutable
/// @param verb what it does
/// @param reports further checks over what the verb left behind (`report:` beside `command:`), in
///   order
/// @param fallback tried when `verb` ends [Outcome.Unavailable], or null
/// @param probe on an irreversible step: a check that says absent before and present after, or null
/// @param rules when it applies, what excuses it, how long its evidence lasts
/// @param words texts for the person
/// @param at where it stands in its file
public record Step(
    String id,
    String title,
    Verb verb,
    List<Verb> reports,
    @Nullable Verb fallback,
    @Nullable Verb probe,
    StepRules rules,
    StepWords words,
    Position at) {
  public Step {
    reports = List.copyOf(reports);
  }

  /// Whether the step runs without a person: a check that is not marked irreversible.
  public boolean isAutomatic() {
    return verb.kind() == VerbKind.CHECK && !rules.irreversible();
  }
}
