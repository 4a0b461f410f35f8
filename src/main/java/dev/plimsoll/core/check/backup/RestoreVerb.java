package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.act.SetDesk;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.backup.PutBack.Lose;
import dev.plimsoll.core.check.backup.PutBack.What;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts a backup back, or takes that back. What an earlier attempt left in the middle is put right
/// first.
public final class RestoreVerb implements VerbDefinition<PutBack> {
  @Override
  public String word() {
    return "restore";
  }

  @Override
  public Class<PutBack> type() {
    return PutBack.class;
  }

  @Override
  public @Nullable PutBack read(Node value, @Nullable Node expect, Findings findings) {
    return new RestoreReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(PutBack verb, StepContext context) throws InterruptedException {
    var expected = context.variables().resolve(verb.expected());
    if (!(verb.what() instanceof What.Plan)) {
      StepDesk.recover(context)
          .ifPresent(recovered -> context.tap().line("note", recovered.sentence()));
    }
    var desk = StepDesk.of(verb.set(), context);
    var plan =
        new Watched<RestorePlan>(context.tap(), context.workplace().timeout())
            .run(planning(verb, desk, context));
    if (plan.isEmpty()) {
      return Conclusion.of(
          new Outcome.Inconclusive("stopped: it took longer than the step may"), expected);
    }
    tell(plan.get(), context);
    return Conclusion.of(
        verb.what() instanceof What.Plan
            ? new PlanJudgement(new Expected(verb.expect(), context.variables())).of(plan.get())
            : carriedOut(verb, desk, plan.get(), context),
        expected);
  }

  private static Work<RestorePlan> planning(PutBack verb, SetDesk desk, StepContext context) {
    var resolve = context.variables();
    return switch (verb.what()) {
      case What.Undo _ -> desk.undoPlan(null);
      case What.Point(var id) -> desk.plan(point(resolve.resolve(id)), choice(verb, context));
      case What.Plan(var id) -> desk.plan(point(resolve.resolve(id)), choice(verb, context));
    };
  }

  private static @Nullable String point(String id) {
    return id.equals(Drill.NEWEST) ? null : id;
  }

  private static Choice choice(PutBack verb, StepContext context) {
    var paths = new LinkedHashSet<String>();
    verb.files().forEach(path -> paths.add(context.variables().resolve(path)));
    return new Choice(paths);
  }

  private static void tell(RestorePlan plan, StepContext context) {
    context.tap().line("note", plan.sentence());
    plan.logs().forEach(log -> context.tap().line("note", log.sentence()));
  }

  private static Outcome carriedOut(
      PutBack verb, SetDesk desk, RestorePlan plan, StepContext context)
      throws InterruptedException {
    var typed = typed(verb.lose(), context);
    var isAsked = !(plan.ask() instanceof RestorePlan.Ask.Nothing);
    var refusal = refusal(plan, typed);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var consent = isAsked ? Consent.typed(typed) : Consent.PLAIN;
    try {
      var work =
          verb.what() instanceof What.Undo ? desk.undo(plan, consent) : desk.restore(plan, consent);
      var acted = new Watched<Acted>(context.tap(), context.workplace().timeout()).run(work);
      return new ActJudgement(new Expected(verb.expect(), context.variables())).of(acted);
    } catch (Problem notDone) {
      return new Outcome.Failed(
          "not put back", List.of(Finding.error(notDone.where(), null, notDone.next())));
    }
  }

  /// What was confirmed must be what would be lost; nothing may be confirmed in advance that is
  /// not.
  private static Optional<Outcome> refusal(RestorePlan plan, String typed) {
    var needed =
        switch (plan.ask()) {
          case RestorePlan.Ask.Nothing _ -> "0";
          case RestorePlan.Ask.Count(var lost) -> Long.toString(lost);
          case RestorePlan.Ask.Word(var word) -> word;
        };
    if (typed.equals(needed)) {
      return Optional.empty();
    }
    var findings = plan.logs().stream().map(log -> Finding.note(log.sentence())).toList();
    var all = new ArrayList<>(findings);
    all.addFirst(
        Finding.error(
            "Confirmed was "
                + (typed.isEmpty() ? "nothing" : typed)
                + ", and "
                + (needed.equals("0") ? "no entry of a log would be lost" : needed + " is right")
                + ". Nothing was changed.",
            null,
            "Look at the logs, then confirm " + needed + " and run the step again."));
    return Optional.of(
        new Outcome.Failed(
            "the loss was not confirmed: " + needed + " is right, not " + typed, all));
  }

  private static String typed(Lose lose, StepContext context) {
    return switch (lose) {
      case Lose.Given(var text) -> context.variables().resolve(text).strip();
      case Lose.Answered(var step) ->
          context
              .release()
              .past()
              .answer(step)
              .orElseThrow(() ->
                  Problem.of(
                      "Nothing put back",
                      "The question " + step + " is not answered in this run.",
                      "Answer it with how many entries may be lost; nothing was changed."))
              .strip();
    };
  }
}
