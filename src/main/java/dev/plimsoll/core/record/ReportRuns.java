package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.record.ReleaseRecord.Attempt;
import dev.plimsoll.core.record.ReleaseRecord.Run;
import dev.plimsoll.core.record.ReleaseRecord.Step;
import java.util.List;
import java.util.stream.Collectors;

/// The runs of a record on its page: every step with its attempts, expected against observed, and
/// its evidence.
final class ReportRuns {
  private static final int SHORT = 12;

  private ReportRuns() {}

  static String runs(ReleaseRecord record) {
    return record.runs().stream().map(ReportRuns::run).collect(Collectors.joining("\n"));
  }

  private static String run(Run run) {
    var steps = run.steps().stream().map(ReportRuns::step).collect(Collectors.joining("\n"));
    var removed = run.checklist().stepsRemovedSinceLast();
    return Html.section(
        "",
        run.checklist().title(),
        Html.paragraph(
                Html.word(run.ending().isGo() ? "good" : "bad", run.ending().decision())
                    + " "
                    + Html.text(run.ending().completion()))
            + Html.paragraph(
                "<span class=\"soft\">run "
                    + Html.code(run.id())
                    + ", "
                    + Rendering.time(run.startedOn())
                    + " to "
                    + Rendering.time(run.finishedOn())
                    + ", checklist <span class=\"mono\">"
                    + Html.text(run.checklist().id())
                    + " sha256 "
                    + run.checklist().sha256()
                    + "</span></span>")
            + (removed.isEmpty()
                ? ""
                : Html.paragraph(
                    Html.word("warn", "fewer steps than last time")
                        + " "
                        + Html.text(String.join(", ", removed))))
            + "\n"
            + "<table>\n"
            + "<thead><tr><th"
            + " class=\"narrow\">Standing</th><th>Step</th><th>Expected</th><th>Observed</th></tr></thead>\n"
            + "<tbody>\n"
            + steps
            + "\n</tbody></table>");
  }

  private static String step(Step step) {
    return "<tr><td class=\"narrow\">"
        + Html.word(kind(step.effective()), step.effective().replace('_', ' '))
        + (step.raw().equals(step.effective()) || isSignedOff(step)
            ? ""
            : "<br><span class=\"soft\">raw: "
                + Html.text(step.raw().replace('_', ' '))
                + "</span>")
        + "</td><td><b>"
        + Html.text(step.title())
        + "</b>"
        + (step.optional() ? " <span class=\"soft\">(optional)</span>" : "")
        + "<br><span class=\"soft mono\">"
        + Html.text(step.id())
        + "</span>"
        + who(step)
        + beside(step)
        + "</td><td>"
        + Html.text(step.seen().expected())
        + "</td><td>"
        + Html.text(step.seen().observed())
        + attempts(step.attempts())
        + "</td></tr>";
  }

  private static String kind(String standing) {
    return switch (standing) {
      case "PASSED" -> "good";
      case "NOT_APPLICABLE" -> "calm";
      case "WARNED", "WAIVED", "DEFERRED" -> "warn";
      default -> "bad";
    };
  }

  private static String who(Step step) {
    var walked = step.walked();
    if (walked == null) {
      return "";
    }
    var actor = walked.actor();
    return "<br><span class=\"soft\">by "
        + Html.text(actor.id())
        + (actor.isAuthenticated() ? "" : " (unauthenticated)")
        + ", log entries "
        + walked.firstSeq()
        + " to "
        + walked.lastSeq()
        + "</span>";
  }

  private static String beside(Step step) {
    var notes =
        step.beside().notes().stream()
            .map(note ->
                "<br><span class=\"soft\">Note by "
                    + Html.text(note.author())
                    + ":</span> "
                    + Html.text(note.text()))
            .collect(Collectors.joining());
    return notes
        + (step.beside().attached().isEmpty() ? "" : "<br>" + kept(step.beside().attached()));
  }

  private static String attempts(List<Attempt> attempts) {
    return attempts.isEmpty() ? "" : Html.list("plain attempts", attempts, ReportRuns::attempt);
  }

  private static String attempt(Attempt attempt) {
    var finished = attempt.finishedOn();
    var exit = attempt.exit();
    return "Attempt "
        + attempt.number()
        + ": "
        + Html.text(attempt.raw().replace('_', ' '))
        + ", "
        + Rendering.time(attempt.startedOn())
        + (finished == null ? ", never ended" : "")
        + (exit == null ? "" : ", exit code " + exit)
        + (attempt.evidence().isEmpty() ? "" : "<br>" + kept(attempt.evidence()));
  }

  private static String kept(List<Evidence> evidence) {
    return evidence.stream()
        .map(it ->
            Html.text(it.name())
                + " <span class=\"mono\" title=\""
                + it.sha256()
                + "\">"
                + it.sha256().substring(0, SHORT)
                + "\u2026</span> ("
                + it.size()
                + " bytes)")
        .collect(Collectors.joining("<br>"));
  }

  /// A sign-off has no attempts: that it never ran says nothing.
  private static boolean isSignedOff(Step step) {
    return step.attempts().isEmpty() && step.effective().equals("PASSED");
  }
}
