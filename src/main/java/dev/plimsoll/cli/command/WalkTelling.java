package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.run.RunTraffic;
import dev.plimsoll.core.run.WhereYouWere;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells what happens during a walk: one line for each step as it ends. A line that was written
/// speaks of entries that are in the log. For one thread.
final class WalkTelling {
  private static final int MOST_FINDINGS = 20;

  private final Invocation invocation;
  private final Checklist checklist;
  private final Printer out;
  private final Set<String> told = new HashSet<>();
  private long seen;

  /// @param before the run when the walk began; what it holds is not told again
  WalkTelling(Invocation invocation, Checklist checklist, RunState before) {
    this.invocation = invocation;
    this.checklist = checklist;
    this.out = invocation.aside();
    this.seen = before.span().lastSeq();
    before.steps().values().forEach(step -> excuses(step, false));
  }

  Path path(Path typed) {
    return invocation.path(typed);
  }

  private record Ended(String step, Attempt.Ending ending, Duration took) {}

  /// Tells everything that the log holds since the last look.
  void catchUp(RunState run) {
    var ended = new ArrayList<Ended>();
    for (var step : run.steps().values()) {
      for (var attempt : step.attempts()) {
        var ending = attempt.ending();
        if (ending != null && ending.seq() > seen) {
          var took = Duration.between(attempt.startedOn(), ending.finishedOn());
          ended.add(new Ended(step.step(), ending, took));
        }
      }
    }
    ended.sort(Comparator.comparingLong(each -> each.ending().seq()));
    for (var each : ended) {
      seen = each.ending().seq();
      tell(each);
    }
    run.steps().values().forEach(step -> excuses(step, true));
  }

  private void tell(Ended ended) {
    var outcome = ended.ending().outcome();
    var took = ended.took().toSeconds() < 1 ? "" : " (" + words(ended.took()) + ")";
    out.line(Mark.of(outcome.standing()), title(ended.step()) + " · " + outcome.observed() + took);
    findings(outcome.findings());
  }

  private void findings(List<Finding> findings) {
    findings.stream()
        .limit(MOST_FINDINGS)
        .forEach(finding -> out.under(Mark.of(finding).tone(), ChecklistLintCommand.line(finding)));
    if (findings.size() > MOST_FINDINGS) {
      out.under(Tone.FAINT, "… and " + (findings.size() - MOST_FINDINGS) + " more");
    }
  }

  /// What persons said beside attempts; each once.
  private void excuses(StepState step, boolean aloud) {
    var waiver = step.waiver();
    if (waiver != null && told.add("waiver " + step.step() + waiver.grantedOn()) && aloud) {
      out.line(
          Mark.of(Standing.WAIVED),
          title(step.step()) + " · until " + waiver.expiresOn() + ": " + waiver.reason());
    }
    var deferral = step.deferral();
    if (deferral != null && told.add("deferral " + step.step() + deferral) && aloud) {
      out.line(
          Mark.of(Standing.DEFERRED),
          title(step.step()) + " · to " + deferral.dueOn() + ": " + deferral.reason());
    }
    for (var approval : step.approvals()) {
      if (told.add("approval " + step.step() + approval.statement().sha256()) && aloud) {
        out.line(
            Mark.of(Standing.PASSED),
            title(step.step()) + " · " + approval.meaning() + " by " + approval.signer().id());
      }
    }
  }

  /// Tells which steps wait for a quota, each wait once.
  void waits(RunTraffic traffic) {
    traffic
        .waits()
        .forEach((step, wait) -> {
          if (told.add("wait " + wait)) {
            out.line(Tone.FAINT, title(step) + " " + wait.words(traffic.zone()));
          }
        });
  }

  void nothingToStartAgain() {
    out.line(Tone.NEWS, "Nothing that was tried has failed to pass, so nothing is started again.");
  }

  void continued(WhereYouWere card) {
    out.line(
        Tone.NEWS,
        (card.crashed() ? "Continued after the program had ended without a word" : "Continued")
            + ", "
            + words(card.away())
            + " after the last act.");
    card.lastSteps().forEach(step -> out.line("  last: " + step));
    card.changes().forEach(change -> out.line(Tone.CAUTION, "  " + change));
  }

  private String title(String step) {
    return checklist.step(step).map(it -> it.title()).orElse(step);
  }

  /// `3 h 20 min`, `4 min 10 s`, `12 s`
  static String words(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + " d " + time.toHoursPart() + " h";
    }
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return String.format(Locale.ROOT, "%d s", time.toSeconds());
  }
}
