package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges what was found against what people accepted.
record SecretsJudgement(List<Secrets.Allowed> allow) {
  private static final int MOST_NAMED = 100;

  Outcome judge(Tally tally) {
    var clauses = new ArrayList<Clause>();
    clauses.add(found(tally));
    if (!tally.unreadable().isEmpty()) {
      clauses.add(
          new Clause(
              Clause.Verdict.UNCLEAR,
              tally.unreadable().size() + " not readable",
              tally.unreadable().stream().limit(MOST_NAMED).map(Finding::error).toList()));
    }
    if (tally.undecided() > 0) {
      clauses.add(
          Clause.unclear(
              tally.undecided() + " places not decided",
              Finding.error(
                  tally.undecided() + " places are too long-winded for the rules to decide.")));
    }
    unused(tally).ifPresent(clauses::add);
    return Clause.outcome(clauses);
  }

  private Clause found(Tally tally) {
    var fingerprints = allow.stream().map(Secrets.Allowed::fingerprint).toList();
    var open =
        tally.found().stream().filter(one -> !fingerprints.contains(one.fingerprint())).toList();
    var accepted = tally.found().size() - open.size();
    var among = " in " + tally.words() + (accepted == 0 ? "" : "; " + accepted + " allowed");
    if (!open.isEmpty()) {
      var findings = new ArrayList<>(open.stream().limit(MOST_NAMED).map(Found::finding).toList());
      var more = open.size() - findings.size() + tally.overflow();
      if (more > 0) {
        findings.add(Finding.error("And " + more + " more."));
      }
      var count = open.size() + tally.overflow();
      return Clause.broken(count + (count == 1 ? " secret" : " secrets") + among, findings);
    }
    return tally.read() == 0
        ? Clause.unclear(
            "nothing looked at: " + tally.words(),
            Finding.error("There was no text file to look at."))
        : Clause.held("no secret" + among);
  }

  private Optional<Clause> unused(Tally tally) {
    var seen = tally.found().stream().map(Found::fingerprint).toList();
    var unused =
        allow.stream()
            .filter(allowed -> !seen.contains(allowed.fingerprint()))
            .map(allowed ->
                new Finding(
                    Severity.WARNING,
                    "The allowed fingerprint " + allowed.fingerprint() + " is nowhere any more.",
                    allowed.at(),
                    "Remove it."))
            .toList();
    return unused.isEmpty()
        ? Optional.empty()
        : Optional.of(Clause.doubtful(unused.size() + " allowed no longer there", unused));
  }
}
