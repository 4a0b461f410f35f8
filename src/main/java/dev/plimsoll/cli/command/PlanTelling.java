package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.backup.restore.PlannedFile;
import dev.plimsoll.core.backup.restore.PlannedLog;
import dev.plimsoll.core.backup.restore.RestorePlan;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How it is told what a restore would do.
final class PlanTelling {
  private static final int MOST_NAMED = 40;

  private PlanTelling() {}

  static void print(RestorePlan plan, Printer out) {
    out.line(
        Tone.STRONG,
        plan.name().id()
            + " of "
            + plan.name().set()
            + ", taken on "
            + plan.name().takenOn().truncatedTo(ChronoUnit.SECONDS));
    var changed = plan.files().stream().filter(file -> file.now() != PlannedFile.Now.SAME).toList();
    changed.stream()
        .limit(MOST_NAMED)
        .forEach(file ->
            out.line(
                "  "
                    + file.path()
                    + ": "
                    + file.now().words()
                    + ", "
                    + Words.bytes(file.wanted().size())));
    if (changed.size() > MOST_NAMED) {
      out.line("  and " + (changed.size() - MOST_NAMED) + " more");
    }
    out.line(plan.sentence());
    plan.logs()
        .forEach(log -> out.line(log.lost() == 0 ? Tone.PLAIN : Tone.CAUTION, log.sentence()));
    if (plan.stranger() != null) {
      out.line(Tone.CAUTION, plan.stranger());
    }
    plan.obstacles().forEach(obstacle -> out.line(Tone.BAD, obstacle));
    out.line(plan.ask().sentence());
  }

  /// What has to be given as `--lose`; empty where nothing is asked.
  static String needed(RestorePlan plan) {
    return switch (plan.ask()) {
      case RestorePlan.Ask.Nothing _ -> "";
      case RestorePlan.Ask.Count(var lost) -> Long.toString(lost);
      case RestorePlan.Ask.Word(var word) -> word;
    };
  }

  static Json json(RestorePlan plan) {
    return new Json()
        .with("id", plan.name().id())
        .with("set", plan.name().set())
        .with("takenOn", plan.name().takenOn())
        .with("manifest", plan.name().manifest())
        .with("sentence", plan.sentence())
        .with("lose", needed(plan).isEmpty() ? null : needed(plan))
        .with("stranger", plan.stranger())
        .with("obstacles", plan.obstacles())
        .with("files", plan.files(), PlanTelling::json)
        .with("logs", plan.logs(), PlanTelling::json);
  }

  private static Json json(PlannedFile file) {
    return new Json()
        .with("path", file.path())
        .with("now", file.now().name().toLowerCase(Locale.ROOT))
        .with("bytes", file.wanted().size());
  }

  private static Json json(PlannedLog log) {
    return new Json()
        .with("path", log.path())
        .with("entriesNow", log.entriesNow())
        .with("entriesKept", log.kept().entries())
        .with("lost", log.lost())
        .with("sentence", log.sentence());
  }
}
