package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.model.RunState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a line may stand, to choose from: what a release or a record came to, how far a run is and
/// what the gate decided on it.
public enum StateChoice {
  ANY(null, "Any state", ""),
  RELEASE_OPEN(Shelf.RELEASES, "No record yet", HistoryFilter.OPEN),
  RELEASE_READY(Shelf.RELEASES, "Ready", "READY"),
  RELEASE_OUT(Shelf.RELEASES, "Released", "RELEASED"),
  RELEASE_EXCEPTIONS(Shelf.RELEASES, "Released with exceptions", "RELEASED_WITH_EXCEPTIONS"),
  RELEASE_BACK(Shelf.RELEASES, "Rolled back", "ROLLED_BACK"),
  RELEASE_ABORTED(Shelf.RELEASES, "Given up", "ABORTED"),
  RUN_OPEN(Shelf.RUNS, "Open", "OPEN"),
  RUN_PAUSED(Shelf.RUNS, "Paused", "PAUSED"),
  RUN_SEALED(Shelf.RUNS, "Sealed", "SEALED"),
  RUN_ABORTED(Shelf.RUNS, "Given up", "ABORTED"),
  RUN_GO(Shelf.RUNS, "Decision: go", "GO"),
  RUN_NO_GO(Shelf.RUNS, "Decision: no-go", "NO_GO"),
  RECORD_READY(Shelf.RECORDS, "Ready", "READY"),
  RECORD_OUT(Shelf.RECORDS, "Released", "RELEASED"),
  RECORD_EXCEPTIONS(Shelf.RECORDS, "Released with exceptions", "RELEASED_WITH_EXCEPTIONS"),
  RECORD_BACK(Shelf.RECORDS, "Rolled back", "ROLLED_BACK"),
  RECORD_ABORTED(Shelf.RECORDS, "Given up", "ABORTED");

  private final @Nullable Shelf shelf;
  private final String words;
  private final String asked;

  /// @param asked the outcome, the phase or the decision it stands for
  StateChoice(@Nullable Shelf shelf, String words, String asked) {
    this.shelf = shelf;
    this.words = words;
    this.asked = asked;
  }

  HistoryFilter narrow(HistoryFilter filter) {
    return switch (this) {
      case ANY -> filter;
      case RUN_OPEN, RUN_PAUSED, RUN_SEALED, RUN_ABORTED ->
          filter.withPhase(RunState.Phase.valueOf(asked));
      case RUN_GO, RUN_NO_GO -> filter.withDecision(asked);
      case RELEASE_OPEN,
          RELEASE_READY,
          RELEASE_OUT,
          RELEASE_EXCEPTIONS,
          RELEASE_BACK,
          RELEASE_ABORTED,
          RECORD_READY,
          RECORD_OUT,
          RECORD_EXCEPTIONS,
          RECORD_BACK,
          RECORD_ABORTED ->
          filter.withOutcome(asked);
    };
  }

  /// What can be chosen on a shelf, [#ANY] first.
  static List<StateChoice> on(Shelf shelf) {
    return Arrays.stream(values())
        .filter(each -> each.shelf == null || each.shelf == shelf)
        .toList();
  }

  @Override
  public String toString() {
    return words;
  }
}
