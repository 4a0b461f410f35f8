package dev.plimsoll.core.history;

import dev.plimsoll.core.model.RunState.Phase;
import org.jspecify.annotations.Nullable;

/// Which rows; null leaves a member open. Checklist and phase are asked of runs only.
public record HistoryFilter(
    @Nullable String project,
    @Nullable String product,
    @Nullable String version,
    @Nullable String checklist,
    @Nullable Phase phase) {
  public static final HistoryFilter ALL = new HistoryFilter(null, null, null, null, null);

  public static HistoryFilter ofProject(String project) {
    return new HistoryFilter(project, null, null, null, null);
  }

  public HistoryFilter withRelease(String product, String version) {
    return new HistoryFilter(project, product, version, checklist, phase);
  }

  public HistoryFilter withProduct(@Nullable String product) {
    return new HistoryFilter(project, product, version, checklist, phase);
  }

  public HistoryFilter withVersion(@Nullable String version) {
    return new HistoryFilter(project, product, version, checklist, phase);
  }

  public HistoryFilter withChecklist(@Nullable String checklist) {
    return new HistoryFilter(project, product, version, checklist, phase);
  }

  public HistoryFilter withPhase(@Nullable Phase phase) {
    return new HistoryFilter(project, product, version, checklist, phase);
  }
}
