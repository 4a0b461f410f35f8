package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Deferral;
import dev.plimsoll.core.model.Note;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One run, folded from its entries in the order of the log. Not thread-safe.
final class RunFold {
  private final String id;
  private final RunState.Opening opening;
  private final Map<String, StepFold> steps = new LinkedHashMap<>();
  private final List<RunState.Pause> pauses = new ArrayList<>();
  private Phase phase = Phase.OPEN;
  private RunState.Span span;

  RunFold(LogEntry opened) {
    var data = Payload.of(opened.data());
    var checklist = data.object("checklist");
    var release = data.object("release");
    id = data.text("run");
    span = new RunState.Span(opened.seq(), opened.seq(), opened.time());
    opening =
        new RunState.Opening(
            new Candidate(
                release.textOr("product", ""),
                release.textOr("version", ""),
                release.textOr("tag", ""),
                ReleaseType.ofWord(release.textOr("type", "")).orElse(ReleaseType.PATCH),
                data.binding()),
            checklist.textOr("id", ""),
            checklist.textOr("title", ""),
            checklist.textOr("sha256", ""),
            data.textMap("parameters"),
            opened.actor(),
            opened.time(),
            data.flag("solo"),
            data.objects("steps").stream().map(step -> step.textOr("id", "")).toList(),
            data.texts("stepsRemovedSinceLast"));
  }

  RunState.Opening opening() {
    return opening;
  }

  /// The time of its last entry.
  Instant lastOn() {
    return span.lastOn();
  }

  /// Takes one further entry that names this run.
  void take(LogEntry entry) {
    if (phase == Phase.ABORTED) {
      return; // Given up for good: whatever a slower process still appended counts for nothing.
    }
    var data = Payload.of(entry.data());
    span = new RunState.Span(span.firstSeq(), entry.seq(), entry.time());
    switch (Event.ofWord(entry.event()).orElse(null)) {
      case RUN_PAUSED -> paused(entry, data);
      case RUN_RESUMED -> resumed(entry, data);
      case RUN_SEALED -> phase = Phase.SEALED;
      case RUN_ABORTED -> phase = Phase.ABORTED;
      case STEP_STARTED -> started(entry, data);
      case STEP_CONCLUDED -> concluded(entry, data);
      case STEP_REOPENED -> step(data).reopened(data.textOr("reason", ""));
      case STEP_DEFERRED -> deferred(entry, data);
      case WAIVER_GRANTED -> waived(entry, data);
      case WAIVER_REVOKED -> step(data).waived(null);
      case EVIDENCE_ATTACHED -> attached(entry, data);
      case SIGNOFF_GIVEN -> step(data).approved(approval(entry, data));
      case SIGNOFF_RESCINDED ->
          step(data).rescinded(data.textOr("principal", ""), data.textOr("reason", ""));
      case null, default -> {
        // An event of a later version, or one that does not change the run: it stays in the log.
      }
    }
  }

  private StepFold step(Payload data) {
    return steps.computeIfAbsent(data.textOr("step", ""), StepFold::new);
  }

  private void paused(LogEntry entry, Payload data) {
    phase = Phase.PAUSED;
    pauses.add(new RunState.Pause(entry.time(), null, data.textOr("reason", ""), false));
  }

  private void resumed(LogEntry entry, Payload data) {
    phase = Phase.OPEN;
    var crashed = data.flag("crashed");
    if (!pauses.isEmpty() && pauses.getLast().resumedOn() == null) {
      var pause = pauses.removeLast();
      pauses.add(new RunState.Pause(pause.pausedOn(), entry.time(), pause.reason(), crashed));
    } else if (crashed) {
      pauses.add(
          new RunState.Pause(
              entry.time(), entry.time(), "the program ended without saying so", true));
    }
  }

  private void started(LogEntry entry, Payload data) {
    step(data)
        .started(
            new Attempt(
                data.number("attempt"),
                entry.actor(),
                data.binding(),
                entry.time(),
                data.textOr("inputs", ""),
                null,
                entry.seq()));
  }

  private void concluded(LogEntry entry, Payload data) {
    var outcome = Outcome.of(data.text("outcome"), data.textOr("observed", ""), data.findings());
    step(data)
        .concluded(
            data.number("attempt"),
            new Attempt.Ending(
                outcome,
                data.textOr("expected", ""),
                data.numberOrNull("exit"),
                entry.time(),
                data.objects("evidence").stream().map(Payload::evidence).toList(),
                entry.seq()));
  }

  private void deferred(LogEntry entry, Payload data) {
    step(data)
        .deferred(
            new Deferral(
                data.textOr("step", ""),
                entry.actor(),
                data.textOr("reason", ""),
                LocalDate.parse(data.text("dueOn")),
                entry.time()));
  }

  private void waived(LogEntry entry, Payload data) {
    step(data)
        .waived(
            new Waiver(
                data.textOr("step", ""),
                entry.actor(),
                data.textOr("reason", ""),
                LocalDate.parse(data.text("expiresOn")),
                entry.time(),
                data.number("attempt")));
  }

  private void attached(LogEntry entry, Payload data) {
    if ("note".equals(data.textOrNull("kind"))) {
      step(data).noted(new Note(entry.actor(), entry.time(), data.textOr("text", "")));
    } else {
      step(data).attached(data.object("evidence").evidence());
    }
  }

  static Approval approval(LogEntry entry, Payload data) {
    return new Approval(
        data.textOr("step", ""),
        new dev.plimsoll.core.model.Actor(data.textOr("principal", ""), data.textOrNull("key")),
        data.textOr("role", ""),
        data.textOr("meaning", ""),
        data.object("statement").evidence(),
        data.object("signature").evidence(),
        data.textOr("subject", ""),
        entry.time());
  }

  RunState snapshot() {
    var states = new LinkedHashMap<String, StepState>();
    steps.forEach((step, fold) -> states.put(step, fold.snapshot()));
    return new RunState(id, opening, phase, states, pauses, span);
  }
}
