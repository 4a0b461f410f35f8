package dev.plimsoll.core.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that happened at one step of a run, in order. Nothing is ever removed from it.
///
/// @param waiver the waiver in force, or null
/// @param deferral the deferral in force, or null
/// @param approvals sign-offs in force (a rescinded one is gone from here and stays in the log)
/// @param attached what people attached beside the attempts
/// @param reopened why the step was opened again after its last attempt, or null
/// @param rescinded who took an approval back and why, when none replaced it, or null
public record StepState(
    String step,
    List<Attempt> attempts,
    @Nullable Waiver waiver,
    @Nullable Deferral deferral,
    List<Approval> approvals,
    List<Note> notes,
    List<Evidence> attached,
    @Nullable String reopened,
    @Nullable String rescinded) {
  public StepState {
    attempts = List.copyOf(attempts);
    approvals = List.copyOf(approvals);
    notes = List.copyOf(notes);
    attached = List.copyOf(attached);
  }

  /// A step at which nothing happened yet.
  public static StepState untouched(String step) {
    return new StepState(step, List.of(), null, null, List.of(), List.of(), List.of(), null, null);
  }

  public Optional<Attempt> lastAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /// Whether an earlier attempt failed though the last one passed; shown as flaky.
  public boolean isFlaky() {
    if (attempts.size() < 2) {
      return false;
    }
    var last = attempts.getLast();
    return last.ending() != null
        && last.ending().outcome().standing().isPass()
        && attempts.stream()
            .anyMatch(attempt ->
                attempt.ending() != null
                    && attempt.ending().outcome() instanceof Outcome.Failed
                    && attempt.bound().sameContent(last.bound()));
  }
}
