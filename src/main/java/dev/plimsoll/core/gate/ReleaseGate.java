package dev.plimsoll.core.gate;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Decision.Clause;
import dev.plimsoll.core.model.Decision.Weight;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Decides over a release: every checklist of the plan is a go, and the approvals its type needs
/// are given.
public final class ReleaseGate {
  private ReleaseGate() {}

  /// One checklist of the plan.
  ///
  /// @param title of the checklist
  /// @param decision null where no run was started
  public record Walked(String title, @Nullable Decision decision) {}

  /// What the approvals are held against.
  ///
  /// @param given sign-offs of the release as a whole, in force
  /// @param subject digest of what an approval must cover now
  /// @param operators everybody who opened a run, ran or answered a step, waived or deferred one
  /// @param lastActOn when the last step concluded
  public record Approvals(
      List<Approval> given, String subject, List<Actor> operators, @Nullable Instant lastActOn) {
    public Approvals {
      given = List.copyOf(given);
      operators = List.copyOf(operators);
    }
  }

  /// @param walked by checklist id, those of the plan that apply to this type, in order
  public static Decision decide(
      Project project, ReleaseType type, SequencedMap<String, Walked> walked, Approvals approvals) {
    var clauses = new ArrayList<Clause>();
    walked.forEach((id, list) -> clauses.add(clause(list)));
    if (walked.isEmpty()) {
      clauses.add(
          new Clause(
              Weight.OPEN,
              "The plan has no checklist for a " + type.word() + " release.",
              null,
              null));
    }
    for (var need : needs(project, type).entrySet()) {
      clauses.add(approval(project, need.getKey(), need.getValue(), approvals));
    }
    var decision = Gate.conclude(clauses);
    return decision instanceof Decision.Go
        ? new Decision.Go(clauses, completion(walked))
        : decision;
  }

  /// Roles and the number of distinct people that a release of this type needs; in solo mode one
  /// person is enough for each.
  public static Map<String, Integer> needs(Project project, ReleaseType type) {
    var needs = new LinkedHashMap<String, Integer>();
    project
        .rules()
        .approvalsFor(type)
        .forEach((role, people) -> needs.put(role, isSolo(project) ? Math.min(1, people) : people));
    return needs;
  }

  /// Whether one person plays all roles: allowed by the project, and nobody else is named in it.
  public static boolean isSolo(Project project) {
    return project.rules().solo().allowed() && project.people().size() <= 1;
  }

  private static Clause clause(Walked list) {
    var name = "\u201c" + list.title() + "\u201d";
    return switch (list.decision()) {
      case null -> new Clause(Weight.OPEN, name + " has not been started.", null, null);
      case Decision.Go go ->
          new Clause(
              go.completion().count() == 0 ? Weight.MET : Weight.EXCEPTION,
              name + " is " + go.completion().words() + ".",
              null,
              null);
      case Decision.NoGo no -> {
        var failed = no.clauses().stream().filter(c -> c.weight() == Weight.FAILED).count();
        var open = no.blockers().size() - failed;
        yield new Clause(
            failed > 0 ? Weight.FAILED : Weight.OPEN,
            name
                + " is not complete: "
                + counted(failed, "failed")
                + (failed > 0 && open > 0 ? ", " : "")
                + counted(open, "open")
                + ".",
            null,
            null);
      }
    };
  }

  private static String counted(long count, String word) {
    return count == 0 ? "" : count + (count == 1 ? " step " : " steps ") + word;
  }

  private static Clause approval(Project project, String role, int people, Approvals approvals) {
    var solo = isSolo(project);
    var signers =
        approvals.given().stream()
            .filter(approval -> approval.role().equals(role))
            .filter(approval -> approval.subject().equals(approvals.subject()))
            .filter(approval ->
                solo
                    || approvals.operators().stream()
                        .noneMatch(actor -> actor.id().equals(approval.signer().id())))
            .toList();
    var unproven =
        approvals.operators().stream().filter(actor -> !actor.isAuthenticated()).findFirst();
    if (!solo && people > 0 && unproven.isPresent()) {
      return new Clause(
          Weight.OPEN,
          unproven.get().id()
              + " walked without a key, so nobody can prove that the "
              + role
              + " is someone else. Walk it again as a person of the project.",
          null,
          null);
    }
    var distinct = signers.stream().map(approval -> approval.signer().id()).distinct().count();
    if (distinct < people) {
      var stale = approvals.given().stream().anyMatch(a -> a.role().equals(role)) && distinct == 0;
      return new Clause(
          Weight.OPEN,
          distinct
              + " of "
              + people
              + " sign-offs as "
              + role
              + " given"
              + (stale ? "; an earlier one no longer covers what is on screen." : "."),
          null,
          null);
    }
    var coolingOff = project.rules().solo().coolingOff();
    if (solo && tooSoon(signers, approvals.lastActOn(), coolingOff)) {
      return new Clause(
          Weight.OPEN,
          "A single person signs no sooner than "
              + coolingOff.toMinutes()
              + " minutes after the last step; this sign-off came earlier. Sign again after the"
              + " pause.",
          null,
          null);
    }
    return new Clause(
        Weight.MET,
        people
            + (people == 1 ? " sign-off as " : " sign-offs as ")
            + role
            + " given"
            + (solo ? ", by the single person in charge." : "."),
        null,
        null);
  }

  private static boolean tooSoon(
      List<Approval> signers, @Nullable Instant lastActOn, Duration coolingOff) {
    return lastActOn != null
        && signers.stream()
            .noneMatch(approval -> !approval.signedOn().isBefore(lastActOn.plus(coolingOff)));
  }

  private static Decision.Completion completion(SequencedMap<String, Walked> walked) {
    var overrides = 0;
    var deferred = 0;
    for (var list : walked.values()) {
      if (list.decision() != null) {
        var completion = list.decision().completion();
        overrides += completion.ending() == Decision.Ending.WITH_OVERRIDES ? completion.count() : 0;
        deferred += completion.ending() == Decision.Ending.EXCEPT_DEFERRED ? completion.count() : 0;
      }
    }
    if (overrides > 0) {
      return new Decision.Completion(Decision.Ending.WITH_OVERRIDES, overrides);
    }
    return deferred > 0
        ? new Decision.Completion(Decision.Ending.EXCEPT_DEFERRED, deferred)
        : new Decision.Completion(Decision.Ending.COMPLETE, 0);
  }
}
