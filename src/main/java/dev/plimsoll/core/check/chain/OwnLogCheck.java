package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.ChainLook;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verifies the project's own log against the last checkpoint that was signed here.
record OwnLogCheck(List<Expectation> expect) {

  Outcome carryOut(StepContext context) throws InterruptedException {
    var verification = context.release().ownLog().orElse(null);
    if (verification == null) {
      return new Outcome.Unavailable(
          "there is no log here",
          List.of(Finding.error("The step is not part of a run, so there is no log to verify.")));
    }
    var verdict =
        new Watched(context.tap(), context.workplace().timeout())
            .run(verification::run, () -> verification.progress().entries());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (verdict.isEmpty()) {
      return new Outcome.Inconclusive("stopped: it took longer than the step may");
    }
    context.release().record(new StepContext.Effect.ChainLookedAt(look(verdict.get())));
    return judge(verdict.get(), context);
  }

  private static ChainLook look(ChainVerdict verdict) {
    return new ChainLook(
        null,
        "history.db",
        "plimsoll",
        null,
        switch (verdict) {
          case ChainVerdict.Whole whole ->
              new ChainLook.Found.Whole(
                  whole.entries(),
                  whole.head(),
                  whole.remarks().stream().filter(OwnLogCheck::isWarning).count());
          case ChainVerdict.Broken broken ->
              new ChainLook.Found.Broken(broken.code().name(), broken.seq(), broken.sentence());
          case ChainVerdict.CouldNotTell open -> new ChainLook.Found.CouldNotTell(open.sentence());
        });
  }

  private static boolean isWarning(ChainVerdict.Remark remark) {
    return remark.code().gravity() == VerdictCode.Gravity.WARNING;
  }

  private Outcome judge(ChainVerdict verdict, StepContext context) {
    return switch (verdict) {
      case ChainVerdict.Whole whole -> {
        var seen = Plural.of(whole.entries(), "entry", "entries") + ", head " + whole.head();
        var remarks =
            whole.remarks().stream()
                .map(remark ->
                    new Finding(
                        isWarning(remark) ? Severity.WARNING : Severity.NOTE,
                        remark.sentence(),
                        null,
                        null))
                .toList();
        var clauses = new ArrayList<Clause>();
        clauses.add(
            whole.hasWarnings()
                ? Clause.doubtful(seen, remarks)
                : new Clause(Clause.Verdict.HELD, seen, remarks));
        clauses.addAll(
            new Expected(expect, context.variables()).clauses(whole.entries(), Optional.empty()));
        yield Clause.outcome(clauses);
      }
      case ChainVerdict.Broken broken ->
          new Outcome.Failed(
              broken.code() + " at entry " + broken.seq(),
              List.of(
                  new Finding(
                      Severity.ERROR,
                      broken.sentence(),
                      null,
                      "Nothing more is to be recorded before this is understood: plimsoll audit"
                          + " verify")));
      case ChainVerdict.CouldNotTell open ->
          new Outcome.Inconclusive("could not tell", List.of(Finding.error(open.sentence())));
    };
  }
}
