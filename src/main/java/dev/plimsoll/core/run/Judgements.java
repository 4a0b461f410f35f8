package dev.plimsoll.core.run;

import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.gate.Situation;
import dev.plimsoll.core.gate.Standings;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where every step of a run stands: puts together what the gate's [Standings] need, step after
/// step, because a condition and a sign-off look at the steps before them as they stand now. Pure.
public final class Judgements {
  private static final String STEP = "steps.";
  private static final String OUTCOME = ".outcome";

  private final RunSetting setting;
  private final RunState run;
  private final Moment moment;
  private final Candidate now;
  private final Map<String, String> variables;
  private final Map<String, Judgement> judged = new LinkedHashMap<>();

  private Judgements(RunSetting setting, RunState run, Moment moment) {
    this.setting = setting;
    this.run = run;
    this.moment = moment;
    this.now = setting.candidate().at(moment.bound());
    this.variables = RunVariables.plain(setting, run, now);
  }

  /// The moment judged.
  ///
  /// @param running steps with an attempt under way in a live process
  public record Moment(Binding bound, Instant now, Set<String> running) {}

  /// In the order of the checklist.
  public static Map<String, Judgement> of(RunSetting setting, RunState run, Moment moment) {
    var judgements = new Judgements(setting, run, moment);
    for (var section : setting.checklist().sections()) {
      section.steps().forEach(step -> judgements.judge(section, step));
    }
    return judgements.judged;
  }

  private void judge(Section section, Step step) {
    var ruledOut = Applicability.ruledOut(section, step, now.type(), this::value);
    var subjects =
        step.verb() instanceof SignOff
            ? Map.of(
                step.id(),
                setting.rules().form().digest(covered(setting, run, moment, judged, step.id())))
            : Map.<String, String>of();
    var situation =
        new Situation(
            moment.bound(),
            moment.now(),
            moment.running(),
            ruledOut == null ? Map.of() : Map.of(step.id(), ruledOut),
            new Situation.Digests(Map.of(step.id(), Covered.inputs(step, run)), subjects));
    judged.put(step.id(), Standings.of(step, run.step(step.id()), situation));
  }

  private Optional<String> value(String name) {
    if (name.startsWith(STEP) && name.endsWith(OUTCOME)) {
      var earlier = judged.get(name.substring(STEP.length(), name.length() - OUTCOME.length()));
      return Optional.of((earlier == null ? Standing.NOT_RUN : earlier.standing()).name());
    }
    return Optional.ofNullable(variables.get(name));
  }

  /// What the sign-off step `until` covers.
  static SignOffContent covered(
      RunSetting setting,
      RunState run,
      Moment moment,
      Map<String, Judgement> judgements,
      String until) {
    var now = setting.candidate().at(moment.bound());
    return Covered.before(
        until,
        statement(setting, run, moment, until),
        now,
        new Covered.WalkedRun(setting.checklist(), run, judgements),
        new ReleaseState(now, 1, List.of(), List.of(), List.of(), null, null));
  }

  /// The sentence that the sign-off step `id` asks to approve.
  static String statement(RunSetting setting, RunState run, Moment moment, String id) {
    var now = setting.candidate().at(moment.bound());
    return setting.checklist().step(id).orElseThrow().verb() instanceof SignOff signOff
        ? RunVariables.all(setting, run, now, Map.of()).resolve(signOff.statement())
        : "";
  }
}
