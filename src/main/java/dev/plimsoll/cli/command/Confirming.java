package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person says to a plan before anything is put back.
final class Confirming {
  private static final Pattern LOSS = Pattern.compile("[0-9]{1,18}|(?i:unknown)");
  private static final Pattern NOTHING = Pattern.compile("0{1,18}");

  @Option(
      names = "--lose",
      paramLabel = "N",
      description = {
        "How many entries of logs may be lost, as the plan says it; 'unknown' where it says that.",
        "Another number changes nothing. At a terminal it is asked for."
      })
  @Nullable String lose;

  @Option(names = "--yes", description = "Do it without asking.")
  boolean yes;

  @Option(
      names = "--other-product",
      description = "Put it back although it is a backup of another product.")
  boolean stranger;

  /// What can be told before anything is looked at.
  void check() {
    if (lose != null && !LOSS.matcher(lose.strip()).matches()) {
      throw new Misuse(
          "--lose is a number of entries, or the word unknown, not '" + lose + "'.",
          "Leave it out to be shown which it is.");
    }
  }

  /// Shows the plan, asks, and does it.
  ///
  /// @return the exit code
  int confirmed(Invocation invocation, RestorePlan plan, Function<Consent, Work<Acted>> work) {
    if (!invocation.isJson()) {
      PlanTelling.print(plan, invocation.out());
    }
    var needed = PlanTelling.needed(plan);
    fits(needed);
    var typed = typed(invocation, needed);
    if (typed == null || !agrees(invocation)) {
      return open(invocation, plan, needed);
    }
    var acted = new BackupWatch(invocation).run(work.apply(new Consent(typed, stranger)));
    var code = BackupTelling.exit(acted);
    if (invocation.isJson()) {
      BackupTelling.say(invocation, List.of(acted), code);
    } else {
      acted.ifPresent(each -> BackupTelling.print(each, invocation.out()));
    }
    return code;
  }

  /// A number that is given was meant for another plan where nothing would be lost. One that does
  /// not fit is refused by the work itself.
  private void fits(String needed) {
    if (needed.isEmpty() && lose != null && !NOTHING.matcher(lose.strip()).matches()) {
      throw Problem.of(
          "Files not put back",
          "No entry of a log would be lost, and --lose says "
              + lose.strip()
              + ". Nothing was changed.",
          "If that is meant, leave out --lose.");
    }
  }

  /// Null where nobody says.
  private @Nullable String typed(Invocation invocation, String needed) {
    if (lose != null) {
      return needed.isEmpty() ? "" : lose.strip();
    }
    return needed.isEmpty()
        ? ""
        : invocation.prompt().line("Entries that would be lost; type their number to confirm");
  }

  private boolean agrees(Invocation invocation) {
    return yes || invocation.prompt().confirm("Put the files in place?");
  }

  private static int open(Invocation invocation, RestorePlan plan, String needed) {
    var next =
        needed.isEmpty() ? "To do it, add: --yes" : "To do it, add: --lose " + needed + " --yes";
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OPEN)
              .with("next", next)
              .with("plan", PlanTelling.json(plan)));
    } else {
      invocation.out().line(Tone.CAUTION, "Nothing was changed. " + next);
    }
    return ExitCode.OPEN;
  }
}
