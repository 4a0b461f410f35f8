package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step as it stands now.
///
/// @param expected what should be seen, one line
/// @param observed what was seen last, one line; empty before the first attempt
/// @param because why it is stale, excused or not applicable, or null
/// @param live what is going on this moment
public record StepView(
    Step step,
    Section section,
    StepState state,
    Standing standing,
    String expected,
    String observed,
    @Nullable String because,
    Exits exits,
    Live live) {

  /// @param runningSince when the attempt under way started, or null
  /// @param current whether it is the step to look at next
  /// @param waiting whether the order of the list holds it back
  /// @param tally responses that the attempt under way has seen
  /// @param quota why it was started and sends nothing yet, or null
  public record Live(
      @Nullable Instant runningSince,
      boolean current,
      boolean waiting,
      Tally tally,
      @Nullable QuotaWait quota) {
    public Live(@Nullable Instant runningSince, boolean current, boolean waiting) {
      this(runningSince, current, waiting, Tally.NONE, null);
    }
  }
}
