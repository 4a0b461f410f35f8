package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns what verbs concluded into what the step concluded: several verbs, a fallback, a negative
/// step. Pure.
final class Judging {
  /// Exit codes by which shells say "not executable", "not found" or "killed".
  private static final int DID_NOT_RUN = 126;

  private Judging() {}

  /// The worst of several conclusions, with the words and findings of all.
  static Conclusion combined(List<Conclusion> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var worst = parts.getFirst();
    for (var part : parts) {
      if (rank(part.outcome()) > rank(worst.outcome())) {
        worst = part;
      }
    }
    var observed =
        parts.stream()
            .map(part -> part.outcome().observed())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("; "));
    var findings = parts.stream().flatMap(part -> part.outcome().findings().stream()).toList();
    var expected = parts.stream().map(Conclusion::expected).collect(Collectors.joining("; "));
    var exit = parts.stream().map(Conclusion::exit).filter(code -> code != null).findFirst();
    return new Conclusion(
        Outcome.of(worst.outcome().word(), observed, findings), expected, exit.orElse(null));
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotApplicable _ -> 0;
      case Outcome.Passed _ -> 1;
      case Outcome.Warned _ -> 2;
      case Outcome.Inconclusive _ -> 3;
      case Outcome.Unavailable _ -> 4;
      case Outcome.Failed _ -> 5;
      case Outcome.Interrupted _ -> 6;
    };
  }

  /// A fallback was used: a pass is a warning that says so.
  static Conclusion degraded(Conclusion first, Conclusion fallback) {
    var said =
        Finding.warning(
            "The step's own check could not run ("
                + first.outcome().observed()
                + "), its fallback was used.");
    var findings = Stream.concat(Stream.of(said), fallback.outcome().findings().stream()).toList();
    var word =
        fallback.outcome().standing() == Standing.PASSED ? "WARNED" : fallback.outcome().word();
    return new Conclusion(
        Outcome.of(word, "fallback: " + fallback.outcome().observed(), findings),
        fallback.expected(),
        fallback.exit());
  }

  /// A negative step passes only if its check fails: the alarm works.
  static Conclusion negated(Step step, Conclusion conclusion) {
    if (!step.rules().negative()) {
      return conclusion;
    }
    var outcome = conclusion.outcome();
    var exit = conclusion.exit();
    if (outcome instanceof Outcome.Failed && exit != null && exit >= DID_NOT_RUN) {
      return new Conclusion(
          new Outcome.Inconclusive(
              "the program did not run to its end (exit code "
                  + exit
                  + "), which proves no alarm: "
                  + outcome.observed(),
              outcome.findings()),
          "refused: " + conclusion.expected(),
          exit);
    }
    var turned =
        switch (outcome) {
          case Outcome.Failed failed ->
              new Outcome.Passed("the alarm works: " + failed.observed(), noted(failed.findings()));
          case Outcome.Passed passed ->
              new Outcome.Failed(
                  "the alarm did not sound: " + passed.observed(), passed.findings());
          case Outcome.Warned warned ->
              new Outcome.Failed(
                  "the alarm did not sound: " + warned.observed(), warned.findings());
          case Outcome.Inconclusive _,
              Outcome.Unavailable _,
              Outcome.NotApplicable _,
              Outcome.Interrupted _ ->
              outcome;
        };
    return new Conclusion(turned, "refused: " + conclusion.expected(), conclusion.exit());
  }

  private static List<Finding> noted(List<Finding> findings) {
    var notes = new ArrayList<Finding>();
    for (var finding : findings) {
      notes.add(
          new Finding(
              dev.plimsoll.core.model.Severity.NOTE, finding.message(), finding.at(), null));
    }
    return notes;
  }
}
