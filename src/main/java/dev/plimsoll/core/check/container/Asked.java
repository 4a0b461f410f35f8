package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.process.Ending;
import dev.plimsoll.core.check.process.Launch;
import dev.plimsoll.core.check.process.ProcessRun;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.Set;

/// What a program that knows the containers says.
final class Asked {
  private static final String INTENT = "Containers not judged";

  private static final int LONGEST = 200;

  private Asked() {}

  /// The first thing it said of its failure.
  private static String said(Ending.Exited ended) {
    var words =
        ended.err().text().lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    return words
        .map(line ->
            ": "
                + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                + (line.endsWith(".") || line.endsWith("?") ? "" : "."))
        .orElse(".");
  }

  /// All that it prints.
  ///
  /// @throws Problem where it cannot be started, fails, or prints too much
  static String output(StepContext context, List<String> program) throws InterruptedException {
    var words = program.stream().map(word -> context.variables().resolve(word)).toList();
    var launch =
        new Launch(
            words,
            context.subject().root(),
            context.workplace().environment(),
            context.workplace().timeout());
    var redactor = new Redactor(context.workplace().secrets(), Set.of());
    return switch (new ProcessRun(context.tap(), redactor).run(launch)) {
      case Ending.NotStarted refused -> throw Problem.of(INTENT, refused.reason(), refused.next());
      case Ending.TimedOut late ->
          throw Problem.of(
              INTENT,
              words.getFirst() + " did not answer within " + late.limit().toSeconds() + " s.",
              "See whether Docker runs.");
      case Ending.Exited ended when ended.code() != 0 ->
          throw Problem.of(
              INTENT,
              String.join(" ", words) + " ended with " + ended.code() + said(ended),
              "Run it in a terminal and see what it says.");
      case Ending.Exited ended when !ended.out().isWhole() ->
          throw Problem.of(INTENT, words.getFirst() + " printed too much.", "Ask for less.");
      case Ending.Exited ended -> ended.out().text();
    };
  }
}
