package dev.plimsoll.core.run;

import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How the steps of a checklist ended when they were walked before with the same parameters, so
/// that what fails now can be told from what failed then too. Only what really told something
/// counts: a pass or a failure. Where the last walk could not tell of a step, an earlier one does.
///
/// @param steps by step id; absent where no such walk told of the step
public record Earlier(Map<String, Told> steps) {
  public Earlier {
    steps = Map.copyOf(steps);
  }

  /// @param version the release that the step was walked for: another one, or the same
  /// @param on when its attempt ended
  /// @param standing a pass, or [Standing#FAILED]
  public record Told(String version, Instant on, Standing standing) {}

  /// @param now the run that is compared
  /// @param before the runs of the same checklist before it, newest first
  static Earlier of(RunState now, List<RunState> before) {
    var steps = new HashMap<String, Told>();
    for (var run : before) {
      if (run.opening().parameters().equals(now.opening().parameters())) {
        var version = run.opening().candidate().version();
        run.steps()
            .forEach(
                (id, state) -> told(version, state).ifPresent(it -> steps.putIfAbsent(id, it)));
      }
    }
    return new Earlier(steps);
  }

  private static Optional<Told> told(String version, StepState state) {
    return state.attempts().reversed().stream()
        .flatMap(attempt -> Stream.ofNullable(attempt.ending()))
        .filter(ending -> tells(ending.outcome().standing()))
        .findFirst()
        .map(ending -> new Told(version, ending.finishedOn(), ending.outcome().standing()));
  }

  private static boolean tells(Standing standing) {
    return standing.isPass() || standing == Standing.FAILED;
  }

  public Optional<Told> step(String id) {
    return Optional.ofNullable(steps.get(id));
  }
}
