package dev.plimsoll.core.history;

import dev.plimsoll.core.model.RunState.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which rows; null leaves a member open. Checklist, phase and decision are asked of runs only, the
/// outcome of releases and records only.
///
/// @param decision the word of the decision when a run was last paused or sealed: `GO`, `NO_GO`
/// @param outcome the word of a record, or [#OPEN] for releases without one
/// @param since only what was last touched then or later
public record HistoryFilter(
    @Nullable String project,
    @Nullable String product,
    @Nullable String version,
    @Nullable String checklist,
    @Nullable Phase phase,
    @Nullable String decision,
    @Nullable String outcome,
    @Nullable Instant since) {
  /// The outcome of a release that has no record yet. A record never has it.
  public static final String OPEN = "OPEN";

  public static final HistoryFilter ALL =
      new HistoryFilter(null, null, null, null, null, null, null, null);

  public static HistoryFilter ofProject(String project) {
    return ALL.withProject(project);
  }

  public HistoryFilter withProject(@Nullable String project) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter withRelease(String product, String version) {
    return withProduct(product).withVersion(version);
  }

  public HistoryFilter withProduct(@Nullable String product) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter withVersion(@Nullable String version) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter withChecklist(@Nullable String checklist) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter withPhase(@Nullable Phase phase) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter withDecision(@Nullable String decision) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter withOutcome(@Nullable String outcome) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }

  public HistoryFilter since(@Nullable Instant since) {
    return new HistoryFilter(project, product, version, checklist, phase, decision, outcome, since);
  }
}
