package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The plan of requests in words. Pure.
final class TrafficWords {
  private static final int LONGEST = 30;

  private TrafficWords() {}

  /// @param note what a person should know about it; empty for a single request
  record Line(String title, String note, String requests) {}

  /// `133 requests at most, to localhost:8000 and nowhere else`
  static String whole(TrafficPlan plan) {
    var to =
        plan.targets().size() > 3
            ? Texts.count(plan.targets().size(), "service")
            : listed(plan.targets().stream().map(target -> target.host().words()).toList());
    var alone = plan.targets().size() == 1;
    return atMost(plan.requests())
        + ", to "
        + to
        + (plan.unknown().isEmpty() ? (alone ? "" : ",") + " and nowhere else." : ".");
  }

  /// `a`, `a and b`, `a, b and c`
  private static String listed(List<String> words) {
    var last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /// `61 requests at most`, `1 request`
  static String atMost(long requests) {
    return requests == 1 ? "1 request" : Texts.count(requests, "request") + " at most";
  }

  static List<Line> parts(TrafficPlan.Target target) {
    var lines = new ArrayList<Line>();
    target.parts().stream().limit(LONGEST).map(TrafficWords::line).forEach(lines::add);
    if (target.parts().size() > LONGEST) {
      var rest = target.parts().subList(LONGEST, target.parts().size());
      lines.add(
          new Line(
              "and " + Texts.count(rest.size(), "more step"),
              "",
              Texts.number(rest.stream().mapToLong(TrafficPlan.Part::requests).sum())));
    }
    return lines;
  }

  private static Line line(TrafficPlan.Part part) {
    var window = part.window();
    var notes = new ArrayList<String>();
    if (part.manyAtOnce()) {
      notes.add("in quick succession");
    }
    if (window != null) {
      notes.add("uses up the quota for " + Times.span(window));
    }
    return new Line(part.title(), String.join(", ", notes), Texts.number(part.requests()));
  }

  static List<String> waits(List<TrafficPlan.Wait> waits) {
    var lines = waits.stream().limit(LONGEST).map(TrafficWords::wait).collect(Collectors.toList());
    if (waits.size() > LONGEST) {
      lines.add("and " + Texts.count(waits.size() - LONGEST, "more wait") + ".");
    }
    return List.copyOf(lines);
  }

  private static String wait(TrafficPlan.Wait wait) {
    return "“"
        + wait.step().title()
        + "” waits up to "
        + Times.span(wait.atMost())
        + " after “"
        + wait.after().title()
        + (wait.fresh()
            ? "”: it needs the whole quota of " + wait.host().words() + "."
            : "”, which uses up the quota of " + wait.host().words() + ".");
  }

  static Optional<String> unknown(TrafficPlan plan) {
    if (plan.unknown().isEmpty()) {
      return Optional.empty();
    }
    var some = plan.unknown().stream().limit(3).collect(Collectors.joining(", "));
    return Optional.of(
        "Where these go is not known yet: "
            + some
            + (plan.unknown().size() > 3 ? ", …" : "")
            + ". Fill in the values above, or look again while it runs.");
  }
}
