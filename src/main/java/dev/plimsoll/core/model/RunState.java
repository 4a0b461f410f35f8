package dev.plimsoll.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One walk through a checklist, as its log entries tell it. An immutable snapshot.
///
/// @param id unique, sortable by time
/// @param opening what it was opened with
/// @param phase open, paused, sealed or aborted
/// @param steps by step id; a step that was never touched is absent
/// @param pauses in order
/// @param span first and last log entry of the run
public record RunState(
    String id,
    Opening opening,
    Phase phase,
    Map<String, StepState> steps,
    List<Pause> pauses,
    Span span) {
  public RunState {
    steps = Map.copyOf(steps);
    pauses = List.copyOf(pauses);
  }

  public enum Phase {
    OPEN,
    PAUSED,
    /// Part of a sealed release: nothing may be added.
    SEALED,
    ABORTED
  }

  /// @param checklist id, and digest of the file's bytes when the run was opened
  /// @param solo whether one person plays all roles
  /// @param steps ids of the checklist's steps then, in order
  /// @param stepsRemovedSinceLast steps that the run before this one had
  public record Opening(
      Candidate candidate,
      String checklist,
      String checklistTitle,
      String checklistSha256,
      Map<String, String> parameters,
      Actor operator,
      Instant openedOn,
      boolean solo,
      List<String> steps,
      List<String> stepsRemovedSinceLast) {
    public Opening {
      parameters = Map.copyOf(parameters);
      steps = List.copyOf(steps);
      stepsRemovedSinceLast = List.copyOf(stepsRemovedSinceLast);
    }
  }

  /// @param resumedOn null while it lasts
  /// @param crashed whether the process ended without saying so
  public record Pause(
      Instant pausedOn, @Nullable Instant resumedOn, String reason, boolean crashed) {}

  /// @param lastOn time of the last entry
  public record Span(long firstSeq, long lastSeq, Instant lastOn) {}

  /// The state of a step, [StepState#untouched] where nothing happened.
  public StepState step(String id) {
    var state = steps.get(id);
    return state == null ? StepState.untouched(id) : state;
  }
}
