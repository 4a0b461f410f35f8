package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.core.run.TrafficPlan.Part;
import dev.plimsoll.core.run.TrafficPlan.Target;
import dev.plimsoll.core.run.TrafficPlan.Wait;
import java.util.List;
import java.util.stream.Collectors;

/// What a checklist will send, for a person and for a program.
final class TrafficTelling {
  private TrafficTelling() {}

  static void print(TrafficPlan plan, Printer out) {
    if (plan.isEmpty()) {
      out.line("It sends nothing to any service.");
      return;
    }
    out.line(Tone.STRONG, "It sends at most " + Plural.of(plan.requests(), "request") + ":");
    plan.targets().forEach(target -> out.line("  " + words(target)));
    plan.unknown().forEach(each -> out.line(Tone.CAUTION, "  " + each + ": no value for it yet"));
    plan.waits().forEach(wait -> out.line("  " + words(wait)));
  }

  private static String words(Target target) {
    var bursts = target.bursts();
    var many = bursts.stream().mapToLong(Part::requests).sum();
    return target.host().words()
        + "  "
        + Plural.of(target.requests(), "request")
        + (bursts.isEmpty()
            ? ""
            : ", "
                + many
                + " of them in quick succession ("
                + bursts.stream()
                    .map(part -> "“" + part.title() + "”")
                    .collect(Collectors.joining(", "))
                + ")")
        + (target.needsConfirmation() ? "; not this machine, so you are asked first" : "");
  }

  private static String words(Wait wait) {
    var start =
        "“"
            + wait.step().title()
            + "” waits up to "
            + WalkTelling.words(wait.atMost())
            + " after “"
            + wait.after().title()
            + "”: ";
    return start
        + (wait.fresh()
            ? "it needs the whole quota of " + wait.host().words() + "."
            : "that uses up the quota of " + wait.host().words() + ".");
  }

  static Json json(TrafficPlan plan) {
    return new Json()
        .with("requests", plan.requests())
        .with("targets", plan.targets(), TrafficTelling::json)
        .with("waits", plan.waits(), TrafficTelling::json)
        .with("unknown", List.copyOf(plan.unknown()));
  }

  private static Json json(Target target) {
    return new Json()
        .with("host", target.host().words())
        .with("thisMachine", target.host().isThisMachine())
        .with("requests", target.requests())
        .with("steps", target.parts(), TrafficTelling::json);
  }

  private static Json json(Part part) {
    var window = part.window();
    return new Json()
        .with("step", part.step())
        .with("requests", part.requests())
        .with("burst", part.manyAtOnce())
        .with("windowSeconds", window == null ? null : window.toSeconds());
  }

  private static Json json(Wait wait) {
    return new Json()
        .with("step", wait.step().step())
        .with("after", wait.after().step())
        .with("host", wait.host().words())
        .with("atMostSeconds", wait.atMost().toSeconds());
  }
}
