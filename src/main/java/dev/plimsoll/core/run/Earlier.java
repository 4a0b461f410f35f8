package dev.plimsoll.core.run;

import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How the steps of a checklist ended when it was walked before, so that what fails now can be told
/// from what failed then too.
///
/// @param version the release it was walked for: another one, or the same
/// @param on when something was done at it last
/// @param steps by step id: what its last attempt concluded; absent where none did
public record Earlier(String version, Instant on, Map<String, Standing> steps) {
  public Earlier {
    steps = Map.copyOf(steps);
  }

  static Earlier of(RunState run) {
    var steps = new HashMap<String, Standing>();
    run.steps().forEach((id, state) -> concluded(state).ifPresent(ended -> steps.put(id, ended)));
    return new Earlier(run.opening().candidate().version(), run.span().lastOn(), steps);
  }

  private static Optional<Standing> concluded(StepState state) {
    return state.attempts().reversed().stream()
        .flatMap(attempt -> Optional.ofNullable(attempt.ending()).stream())
        .findFirst()
        .map(ending -> ending.outcome().standing());
  }

  public Optional<Standing> step(String id) {
    return Optional.ofNullable(steps.get(id));
  }
}
