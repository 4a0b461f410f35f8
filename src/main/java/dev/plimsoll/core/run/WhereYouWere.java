package dev.plimsoll.core.run;

import java.time.Duration;
import java.util.List;

/// What a person needs to know after a pause or a crash.
///
/// @param lastSteps the last three steps that concluded, newest first, each with its word
/// @param away since the last entry of the run
/// @param crashed whether the program ended without saying so
/// @param changes what changed outside meanwhile: head moved, evidence stale, clock jumped,
///   checklist edited
public record WhereYouWere(
    List<String> lastSteps, Duration away, boolean crashed, List<String> changes) {
  public WhereYouWere {
    lastSteps = List.copyOf(lastSteps);
    changes = List.copyOf(changes);
  }
}
