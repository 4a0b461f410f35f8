package dev.plimsoll.core;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.Ledger;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.NotCanonical;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a project's log tells of walks before: for standing beside the one of today. Reads
/// evidence, so call it off the window's thread. Thread-safe.
public final class PastWalks {
  /// What a step that measures requests keeps: a JSON object with `count`, `p50` and `p95`, times
  /// in microseconds.
  static final String TIMINGS = "timings.json";

  private static final int RELEASES = 24;
  private static final int LARGEST = 1 << 20;

  private final Optional<Ledger> ledger;
  private final EvidenceStore evidence;

  /// @param ledger empty before the first run
  PastWalks(Optional<Ledger> ledger, EvidenceStore evidence) {
    this.ledger = ledger;
    this.evidence = evidence;
  }

  /// What the walks of the same checklist before this one told of its steps, in whatever release;
  /// empty where there is none in which a step was tried.
  ///
  /// @param run id of this one
  public Optional<Earlier> before(String run) {
    return ledger.flatMap(log -> {
      log.refresh();
      return log.before(run);
    });
  }

  /// The times of a step over the last releases, oldest first: of each the last attempt that
  /// measured any. What cannot be read is left out.
  ///
  /// @param checklist its id
  public List<StepTimes> times(String checklist, String step) {
    if (ledger.isEmpty()) {
      return List.of();
    }
    var log = ledger.get();
    log.refresh();
    var found = new ArrayList<StepTimes>();
    for (var version : log.versions()) {
      if (found.size() == RELEASES) {
        break;
      }
      last(log.runsOf(version), checklist, step)
          .flatMap(attempt -> times(version, attempt))
          .ifPresent(found::add);
    }
    return found.reversed();
  }

  private static Optional<Attempt> last(List<RunState> runs, String checklist, String step) {
    return runs.reversed().stream()
        .filter(run -> run.opening().checklist().equals(checklist))
        .flatMap(run -> run.step(step).attempts().reversed().stream())
        .filter(attempt -> timings(attempt) != null)
        .findFirst();
  }

  private static @Nullable Evidence timings(Attempt attempt) {
    var ending = attempt.ending();
    return ending == null
        ? null
        : ending.evidence().stream()
            .filter(file -> file.name().equals(TIMINGS) && file.size() <= LARGEST)
            .findFirst()
            .orElse(null);
  }

  private Optional<StepTimes> times(String version, Attempt attempt) {
    var ending = attempt.ending();
    var file = timings(attempt);
    if (ending == null || file == null) {
      return Optional.empty();
    }
    try (var bytes = evidence.open(file.sha256())) {
      var measured = measured(CanonicalJson.decodeObject(bytes.readNBytes(LARGEST), LARGEST));
      return measured.map(times ->
          new StepTimes(version, ending.finishedOn(), ending.outcome().standing().isPass(), times));
    } catch (IOException | NotCanonical unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<StepTimes.Measured> measured(Map<String, @Nullable Object> json) {
    return json.get("count") instanceof Long count
            && json.get("p50") instanceof Long median
            && json.get("p95") instanceof Long p95
            && count > 0
        ? Optional.of(new StepTimes.Measured(count, median, p95))
        : Optional.empty();
  }
}
