package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.EntryLine;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// How attempts at steps ended, as the log says it of some runs. A record that tells it otherwise,
/// or leaves an attempt out, hides what happened. For one thread.
final class LoggedAttempts {
  private final Set<String> runs;
  private final Map<Attempted, Set<String>> outcomes = new HashMap<>();
  private final Map<Walked, Integer> most = new HashMap<>();

  private record Walked(String run, String step) {}

  private record Attempted(Walked walked, int number) {}

  /// @param runs ids of those that are of interest
  LoggedAttempts(Set<String> runs) {
    this.runs = Set.copyOf(runs);
  }

  /// @param concluded a `step.concluded`
  void take(EntryLine concluded) {
    var data = Members.of(concluded.data(), concluded.event());
    var run = data.text("run");
    if (!runs.contains(run)) {
      return;
    }
    var walked = new Walked(run, data.text("step"));
    var number = Math.toIntExact(data.number("attempt"));
    outcomes
        .computeIfAbsent(new Attempted(walked, number), _ -> new LinkedHashSet<>())
        .add(data.text("outcome"));
    most.merge(walked, number, Math::max);
  }

  /// What the log says of an attempt; empty where it says nothing. More than one where a slower
  /// process concluded it again.
  Set<String> outcomes(String run, String step, int attempt) {
    return outcomes.getOrDefault(new Attempted(new Walked(run, step), attempt), Set.of());
  }

  /// The highest number of an attempt at this step that the log saw end, or 0.
  int most(String run, String step) {
    return most.getOrDefault(new Walked(run, step), 0);
  }
}
