package dev.plimsoll.core.check.history;

import dev.plimsoll.core.check.PastRuns.PastRecord;
import dev.plimsoll.core.check.PastRuns.PastRun;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges what happened before. The newest of what fits counts; where nothing does, it is said how
/// near anything came.
///
/// @param version which versions count, or null for all
record EarlierJudgement(Earlier verb, @Nullable Glob version, Instant now) {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  Outcome runs(List<PastRun> all) {
    var walked =
        all.stream()
            .filter(run -> run.checklist().equals(verb.checklist()))
            .filter(run -> isWanted(run.version()))
            .toList();
    if (walked.isEmpty()) {
      return nothing("no run of " + verb.checklist(), "Walk it: plimsoll run " + verb.checklist());
    }
    var passed = walked.stream().filter(run -> run.passed() || !verb.passedOnly()).toList();
    if (passed.isEmpty()) {
      return nothing(
          "no run of " + verb.checklist() + " passed, of " + walked.size(),
          "Walk it to its end: plimsoll run " + verb.checklist());
    }
    var newest = passed.stream().max(Comparator.comparing(PastRun::lastOn)).orElseThrow();
    return aged("run " + newest.id() + " for " + newest.version(), newest.lastOn());
  }

  Outcome records(List<PastRecord> all) {
    var wanted =
        all.stream()
            .filter(record -> isWanted(record.version()))
            .filter(record -> verb.records().isEmpty() || verb.records().contains(record.outcome()))
            .toList();
    if (wanted.isEmpty()) {
      return nothing("no such record", "Release and seal it first.");
    }
    var newest = wanted.stream().max(Comparator.comparing(PastRecord::sealedOn)).orElseThrow();
    return aged("record of " + newest.version() + ", " + newest.outcome(), newest.sealedOn());
  }

  private boolean isWanted(String seen) {
    return version == null || version.matches(seen);
  }

  private Outcome nothing(String observed, String next) {
    var which = version == null ? "" : " for " + version;
    return new Outcome.Failed(
        observed + which,
        List.of(
            new Finding(
                Severity.ERROR,
                "The history of this project holds " + observed + which + ".",
                null,
                next)));
  }

  private Outcome aged(String what, Instant when) {
    var day = when.atZone(ZoneOffset.UTC).toLocalDate();
    var age = Duration.between(when, now);
    if (age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
      return new Outcome.Inconclusive(
          what + " lies in the future, on " + day,
          List.of(
              new Finding(
                  Severity.ERROR,
                  "The " + what + " lies in the future, on " + day + ".",
                  null,
                  "Set this machine's clock, or see which machine walked it.")));
    }
    var limit = verb.notOlderThan();
    if (limit != null && age.compareTo(limit) > 0) {
      return new Outcome.Failed(
          what + " of " + day + " is too old",
          List.of(
              Finding.error(
                  "The newest is "
                      + what
                      + ", of "
                      + day
                      + "; it must not be older than "
                      + Earlier.words(limit)
                      + ".")));
    }
    return new Outcome.Passed(what + " of " + day);
  }
}
