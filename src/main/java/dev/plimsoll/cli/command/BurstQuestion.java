package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.RunTraffic;
import dev.plimsoll.core.run.TrafficPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Asks before a burst or a probe goes to a service that is not on this machine.
final class BurstQuestion {
  private final Invocation invocation;
  private final RunSession session;

  BurstQuestion(Invocation invocation, RunSession session) {
    this.invocation = invocation;
    this.session = session;
  }

  /// @param said the hosts of `--confirm-burst`
  /// @param orders which steps will be started
  /// @return why steps are left out, one for each service that nobody agreed to
  List<Problem> ask(List<String> said, Walk.Orders orders) {
    var everything = orders.only().isEmpty() && !orders.again();
    var refused = new ArrayList<>(everything ? session.traffic().hidden() : List.<Problem>of());
    var started = orders.started(session);
    for (var target : session.traffic().toConfirm()) {
      var due = target.bursts().stream().filter(part -> started.contains(part.step())).toList();
      if (due.isEmpty()) {
        continue;
      }
      var words =
          due.stream()
              .map(part -> "“" + part.title() + "” sends " + sentence(part, target))
              .collect(Collectors.joining("; "));
      var agreed = said.stream().anyMatch(typed -> isNamed(target, typed));
      if (agreed || (isSomebodyThere() && invocation.prompt().confirm(words + ". Send them?"))) {
        session.traffic().confirm(target.host());
      } else {
        refused.add(
            Problem.of(
                "Not started",
                words + ", which is not this machine, and nobody has confirmed that.",
                "If you may send that, add --confirm-burst " + target.host().words()));
      }
    }
    return refused;
  }

  private static String sentence(TrafficPlan.Part part, TrafficPlan.Target target) {
    return RunTraffic.sentence(part, target.host());
  }

  private boolean isSomebodyThere() {
    return invocation.prompt().isSomebodyThere() && !invocation.isJson();
  }

  /// @throws Misuse where somebody agrees to what no step does
  static void mustBePlanned(String typed, TrafficPlan plan) {
    var planned = plan.toConfirm();
    if (planned.stream().noneMatch(target -> isNamed(target, typed))) {
      throw new Misuse(
          "No burst and no probe goes to '" + typed + "'.",
          planned.isEmpty()
              ? "Leave --confirm-burst out."
              : "Use: "
                  + planned.stream()
                      .map(target -> target.host().words())
                      .collect(Collectors.joining(", ")));
    }
  }

  private static boolean isNamed(TrafficPlan.Target target, String typed) {
    var host = target.host();
    return host.words().equalsIgnoreCase(typed)
        || Host.of(typed).filter(host::isSameAs).isPresent();
  }
}
