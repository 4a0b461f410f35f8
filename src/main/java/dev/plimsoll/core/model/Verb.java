package dev.plimsoll.core.model;

import java.util.List;
import java.util.Set;

/// The word of a step with everything it needs, as read from the checklist. Each verb owns its own
/// record.
public interface Verb {
  /// The word in the file, e.g. `command`.
  String word();

  VerbKind kind();

  /// What a person should expect to be met, one line: `exit code 0`, `working tree clean`.
  String expected();

  /// What this will run, read or ask, one line each, variables unresolved; shown before a checklist
  /// is trusted. Programs stand as they will be executed.
  List<String> describe();

  /// Whether a time-out stands before it although the checklist does not call it irreversible: it
  /// changes what nothing here can put back.
  default boolean needsTimeOut() {
    return kind() == VerbKind.ACTION;
  }

  /// What it sends to services, for the plan that is shown before anything runs; empty for most.
  default List<Traffic> traffic() {
    return List.of();
  }

  /// Whether it is irreversible by its nature, whatever the step says.
  default boolean irreversible() {
    return false;
  }

  /// Names of the values that it takes from what it sees, for later steps: `{captured.STEP.NAME}`.
  default Set<String> captures() {
    return Set.of();
  }

  /// Whether doing it twice changes no more than doing it once, so that it may be tried again by
  /// itself.
  default boolean mayBeRepeated() {
    return true;
  }

  /// Whether no other step may run beside it: it changes something, or others would change what it
  /// measures.
  default boolean runsAlone() {
    return !mayBeRepeated();
  }
}
