package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Verb;
import org.jspecify.annotations.Nullable;

/// Reads one verb's part of a step. Implemented beside the verb; handed to the reader of checklists
/// by the composition root.
public interface VerbReader {
  /// The word that stands as the step's key, e.g. `command`.
  String word();

  /// @param value what stands after the word
  /// @param expect the step's `expect:`, or null; only the last verb of a step is given it
  /// @param findings takes every complaint
  /// @return the verb, or null after at least one error was added to `findings`
  @Nullable Verb read(Node value, @Nullable Node expect, Findings findings);
}
