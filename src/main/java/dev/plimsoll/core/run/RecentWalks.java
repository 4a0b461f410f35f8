package dev.plimsoll.core.run;

import dev.plimsoll.core.checklist.ChecklistReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The runs of a project whose requests may still count for a service's quota: of every checklist
/// and version, each with its checklist as it was walked. Thread-safe.
///
/// A checklist whose text is not among the evidence is left out, except where it is the own one.
final class RecentWalks {
  /// How far back is looked, where no window of the own checklist is longer.
  private static final Duration DAY = Duration.ofDays(1);

  private final Checklist own;
  private final RunTools tools;
  private final boolean ownWindows;
  private final Duration horizon;

  /// By the digest of its text.
  private final Map<String, Optional<Checklist>> known = new ConcurrentHashMap<>();

  /// One run and what it walked.
  record Walk(RunState run, Checklist checklist) {}

  RecentWalks(Checklist own, RunTools tools) {
    this.own = own;
    this.tools = tools;
    var longest = windows(own).max(Duration::compareTo).orElse(Duration.ZERO);
    this.ownWindows = !longest.isZero();
    this.horizon = longest.compareTo(DAY) > 0 ? longest : DAY;
  }

  private static Stream<Duration> windows(Checklist checklist) {
    return checklist
        .steps()
        .flatMap(step -> TrafficPlan.traffic(step).stream())
        .map(Traffic::window)
        .flatMap(Stream::ofNullable);
  }

  /// Those that may keep a step of the own checklist waiting, by other processes too.
  List<Walk> all() {
    tools.ledger().refresh();
    return tools
        .ledger()
        .runsSince(tools.clock().instant().minus(horizon), opening -> walked(opening).isPresent())
        .stream()
        .flatMap(run -> walked(run.opening()).map(checklist -> new Walk(run, checklist)).stream())
        .toList();
  }

  /// What was walked; empty where it keeps nobody waiting, or nobody knows any more what it said.
  private Optional<Checklist> walked(RunState.Opening opening) {
    return known.computeIfAbsent(
        opening.checklistSha256(),
        sha256 -> {
          var isOwn = opening.checklist().equals(own.id());
          var said = sha256.equals(own.source().sha256()) ? Optional.of(own) : kept(opening);
          return said.or(() -> isOwn ? Optional.of(own) : Optional.empty())
              .filter(checklist -> ownWindows || windows(checklist).findAny().isPresent());
        });
  }

  private Optional<Checklist> kept(RunState.Opening opening) {
    return new KeptChecklists(tools.evidence())
        .read(opening.checklist(), opening.checklistSha256())
        .flatMap(source ->
            Optional.ofNullable(
                new ChecklistReader(tools.verbs().readers()).read(source, new Findings())));
  }
}
