package dev.plimsoll.core.run;

import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Gathers what an approval covers: the commit, the checklists, the inputs, and every step with its
/// definition, standing, evidence and exceptions. Pure.
public final class Covered {
  private final List<SignOffContent.Covered> checklists = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, String> inputs = new LinkedHashMap<>();
  private final List<String> evidence = new ArrayList<>();
  private final List<String> exceptions = new ArrayList<>();

  private Covered(String statement) {
    texts.add(statement);
  }

  /// One checklist's run with what the gate makes of it.
  public record WalkedRun(Checklist checklist, RunState state, Map<String, Judgement> judgements) {}

  /// Digest of a step's definition and the run's inputs.
  static String inputs(Step step, RunState run) {
    var reports = step.reports().stream().flatMap(report -> report.describe().stream()).toList();
    return Digests.sha256Hex(
        CanonicalJson.encode(
            Map.of(
                "id", step.id(),
                "verb", step.verb().word(),
                "does", step.verb().describe(),
                "reports", reports,
                "expected", step.verb().expected(),
                "parameters", run.opening().parameters())));
  }

  /// What the sign-off step `until` covers: the steps before it.
  static SignOffContent before(
      String until, String statement, Candidate now, WalkedRun run, ReleaseState release) {
    var covered = new Covered(statement);
    covered.add(run, until);
    return covered.content(now, release);
  }

  /// What an approval of a whole release covers.
  public static SignOffContent release(ReleaseState state, String statement, List<WalkedRun> runs) {
    var covered = new Covered(statement);
    runs.forEach(run -> covered.add(run, ""));
    return covered.content(state.candidate(), state);
  }

  private void add(WalkedRun run, String until) {
    var checklist = run.checklist();
    var definitions = new ArrayList<String>();
    checklist
        .steps()
        .takeWhile(step -> !step.id().equals(until))
        .forEach(step -> {
          definitions.add(inputs(step, run.state()));
          add(step, run);
        });
    checklists.add(
        new SignOffContent.Covered(
            checklist.id(),
            checklist.source().sha256(),
            Digests.sha256Hex(CanonicalJson.encode(definitions))));
    run.state()
        .opening()
        .parameters()
        .forEach((name, value) -> inputs.put(checklist.id() + "." + name, value));
  }

  private void add(Step step, WalkedRun run) {
    var judgement = run.judgements().get(step.id());
    var state = run.state().step(step.id());
    var ending = state.lastAttempt().map(Attempt::ending).filter(Objects::nonNull);
    var standing = judgement == null ? "NOT RUN" : judgement.standing().words();
    var observed = ending.map(end -> end.outcome().observed()).orElse("");
    texts.add(
        step.title()
            + " · "
            + standing
            + (observed.isEmpty() ? "" : " · " + observed)
            + " · attempt "
            + state.attempts().size());
    ending.ifPresent(end -> end.evidence().stream().map(Evidence::sha256).forEach(evidence::add));
    state.attached().stream().map(Evidence::sha256).forEach(evidence::add);
    state.approvals().forEach(approval -> evidence.add(approval.signature().sha256()));
    if (judgement != null && judgement.byPerson() && judgement.because() != null) {
      exceptions.add(step.title() + ": " + judgement.because());
    }
  }

  private SignOffContent content(Candidate now, ReleaseState release) {
    return new SignOffContent(
        now, checklists, texts, inputs, evidence, release.artifacts(), exceptions);
  }
}
