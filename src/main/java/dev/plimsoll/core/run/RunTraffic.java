package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.run.TrafficPlan.Target;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a run sends to services: the plan, what a person has agreed to, and which steps wait for a
/// quota this moment. Thread-safe.
///
/// A burst or a probe at a service that is not on this machine starts only after [#confirm] in this
/// session. The agreement stands in the log as a note at each of the steps.
public final class RunTraffic {
  /// The first word of the notes that keep an agreement.
  static final String AGREED = "Confirmed: ";

  private final TrafficPlan plan;
  private final Variables variables;
  private final PersonActs acts;
  private final RunSetting setting;
  private final ZoneId zone;
  private final Supplier<Map<String, QuotaWait>> waits;
  private final Set<Host> confirmed = ConcurrentHashMap.newKeySet();

  RunTraffic(
      RunSetting setting,
      RunTools tools,
      RunOptions options,
      RunSession.Owned owned,
      Supplier<Map<String, QuotaWait>> waits) {
    var opening = tools.ledger().run(owned.run()).orElseThrow();
    this.variables = new Variables(RunVariables.plain(setting, opening, setting.candidate()));
    this.plan = TrafficPlan.of(setting.checklist(), variables);
    this.acts = new PersonActs(setting, tools, options, owned.run());
    this.setting = setting;
    this.zone = tools.clock().getZone();
    this.waits = waits;
  }

  public TrafficPlan plan() {
    return plan;
  }

  /// What some steps of the checklist send, where the others are not started.
  ///
  /// @param steps their ids
  public TrafficPlan plan(Set<String> steps) {
    return TrafficPlan.of(setting.checklist(), variables, steps);
  }

  /// What is known without secrets.
  Variables variables() {
    return variables;
  }

  /// The services of which nobody has agreed yet in this session to what is meant for them.
  public List<Target> toConfirm() {
    return plan.toConfirm().stream().filter(target -> !isConfirmed(target.host())).toList();
  }

  private boolean isConfirmed(Host host) {
    return confirmed.stream().anyMatch(host::isSameAs);
  }

  /// Agrees to every burst and probe that the plan has for a service; recorded when it returns.
  ///
  /// @throws Problem where the plan has none for it
  public void confirm(Host host) {
    var target =
        plan.toConfirm().stream()
            .filter(each -> each.host().isSameAs(host))
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    "Not confirmed",
                    "No burst and no probe goes to " + host.words() + ".",
                    "See what is planned."));
    for (var part : target.bursts()) {
      acts.note(
          setting.checklist().step(part.step()).orElseThrow(),
          AGREED + sentence(part, target.host()) + ".");
    }
    confirmed.add(target.host());
  }

  /// `61 requests in quick succession to api.example.org`
  public static String sentence(TrafficPlan.Part part, Host host) {
    return Plural.of(part.requests(), "request") + " in quick succession to " + host.words();
  }

  /// Those steps for which no agreement is missing.
  List<Step> agreed(List<Step> steps) {
    var missing =
        toConfirm().stream()
            .flatMap(target -> target.bursts().stream())
            .map(TrafficPlan.Part::step)
            .toList();
    return steps.stream()
        .filter(step -> !missing.contains(step.id()))
        .filter(step -> TrafficPlan.hiddenBursts(step, variables).isEmpty())
        .toList();
  }

  /// Why steps that run by themselves do not start: bursts and probes whose service nobody can
  /// tell.
  public List<Problem> hidden() {
    return setting.checklist().steps().filter(Step::isAutomatic).flatMap(this::hidden).toList();
  }

  private Stream<Problem> hidden(Step step) {
    return TrafficPlan.hiddenBursts(step, variables).stream()
        .map(address ->
            PersonActs.refused(
                step,
                "It sends many requests in quick succession to "
                    + address
                    + ", and nobody can tell before it starts which service that is.",
                "Name the host in the checklist, or give it as a parameter."));
  }

  /// @throws Problem where a person's agreement is missing, or where nobody could agree because it
  ///   is not known whom it concerns
  void mustBeConfirmed(Step step) {
    hidden(step)
        .findFirst()
        .ifPresent(problem -> {
          throw problem;
        });
    for (var target : toConfirm()) {
      for (var part : target.bursts()) {
        if (part.step().equals(step.id())) {
          throw PersonActs.refused(
              step,
              "It sends "
                  + sentence(part, target.host())
                  + ", which is not this machine, and nobody has confirmed that.",
              "Confirm it first; on the command line with --confirm-burst "
                  + target.host().words()
                  + ".");
        }
      }
    }
  }

  /// The steps that were started and wait for a quota, by id.
  public Map<String, QuotaWait> waits() {
    return waits.get();
  }

  /// Where the person reads the clock.
  public ZoneId zone() {
    return zone;
  }
}
