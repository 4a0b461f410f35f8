package dev.plimsoll.core.run;

import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.ChainSighting;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The past as the project's log tells it.
///
/// @param run the run that asks
record PastOfLedger(Ledger ledger, String run) implements PastRuns {
  /// Words of records under which a product goes, or may go, out.
  private static final Set<String> GOOD = Set.of("READY", "RELEASED", "RELEASED_WITH_EXCEPTIONS");

  @Override
  public List<PastRun> runs() {
    ledger.refresh();
    var past = new ArrayList<PastRun>();
    for (var version : ledger.versions()) {
      var sealed = sealed(ledger.runsOf(version));
      var isGood = sealed != null && GOOD.contains(sealed.outcome());
      for (var walked : ledger.runsOf(version)) {
        if (walked.phase() != RunState.Phase.ABORTED && !walked.id().equals(run)) {
          past.add(
              new PastRun(
                  walked.id(),
                  walked.opening().checklist(),
                  version,
                  (isGood && walked.phase() == RunState.Phase.SEALED) || passed(walked),
                  walked.span().lastOn()));
        }
      }
    }
    return past;
  }

  /// Stricter than the gate: what passed by an exception did not pass.
  private static boolean passed(RunState walked) {
    var steps = walked.opening().steps();
    return !steps.isEmpty() && steps.stream().allMatch(step -> passed(walked.step(step)));
  }

  private static boolean passed(StepState step) {
    if (!step.approvals().isEmpty()) {
      return true;
    }
    var ending = step.lastAttempt().map(last -> last.ending()).orElse(null);
    if (ending == null || step.reopened() != null) {
      return false;
    }
    var standing = ending.outcome().standing();
    return standing.isPass() || standing == Standing.NOT_APPLICABLE;
  }

  @Override
  public List<PastRecord> records() {
    ledger.refresh();
    var past = new ArrayList<PastRecord>();
    for (var version : ledger.versions()) {
      var runs = ledger.runsOf(version);
      var sealed = sealed(runs);
      if (sealed != null) {
        // sealing is the last thing that happens to a run
        runs.stream()
            .map(walked -> walked.span().lastOn())
            .max(Comparator.naturalOrder())
            .ifPresent(when ->
                past.add(
                    new PastRecord(
                        version, sealed.outcome(), when, sealed.chains(), sealed.seq())));
      }
    }
    return past;
  }

  @Override
  public List<PastChain> chains() {
    ledger.refresh();
    return ledger.sightings().stream().map(this::past).toList();
  }

  @Override
  public List<BackupTold> backups() {
    ledger.refresh();
    return ledger.backups();
  }

  @Override
  public Optional<String> answer(String step) {
    ledger.refresh();
    return ledger
        .run(run)
        .flatMap(walked -> walked.step(step).lastAttempt())
        .flatMap(attempt -> Optional.ofNullable(attempt.ending()))
        .filter(ending -> ending.outcome().standing().isPass())
        .map(ending -> Answers.typed(ending.outcome().observed()));
  }

  private PastChain past(ChainSighting sighting) {
    return new PastChain(sighting, ChainLooks.source(ledger, sighting), run.equals(sighting.run()));
  }

  private ReleaseState.@Nullable Sealed sealed(List<RunState> runs) {
    return ledger.release(runs.getLast().opening().candidate()).sealed();
  }
}
