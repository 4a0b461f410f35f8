package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.restore.PlannedFile;
import dev.plimsoll.core.backup.restore.PlannedLog;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.util.ArrayList;
import java.util.HashMap;

/// Judges what a restore would do, without doing it.
///
/// @param expected what must hold of its figures
record PlanJudgement(Expected expected) {

  Outcome of(RestorePlan plan) {
    var clauses = new ArrayList<Clause>();
    var notes = plan.logs().stream().map(log -> Finding.note(log.sentence())).toList();
    clauses.add(
        new Clause(
            Clause.Verdict.HELD,
            plan.name().id() + ": " + plan.ask().sentence() + " " + plan.sentence(),
            notes));
    plan.obstacles()
        .forEach(obstacle ->
            clauses.add(Clause.broken("it cannot be put back", Finding.error(obstacle))));
    if (plan.stranger() != null) {
      clauses.add(Clause.broken("of another product", Finding.error(plan.stranger())));
    }
    var facts = new HashMap<String, Fact>();
    facts.put(
        "files",
        new Fact.Whole(
            plan.files().stream().filter(file -> file.now() != PlannedFile.Now.SAME).count()));
    facts.put("bytes", new Fact.Whole(plan.bytes()));
    if (plan.logs().stream().allMatch(log -> log.lost() >= 0)) {
      facts.put("lost", new Fact.Whole(plan.logs().stream().mapToLong(PlannedLog::lost).sum()));
    }
    clauses.addAll(expected.clauses(facts));
    return Clause.outcome(clauses);
  }
}
