package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepState;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// What a person does at a step: checked first, then recorded. A refused act records nothing.
final class PersonActs {
  private static final int LONGEST_TEXT = 2_000;
  private static final long LARGEST_ATTACHMENT = 64L * 1024 * 1024;

  private final RunSetting setting;
  private final RunTools tools;
  private final RunOptions options;
  private final String run;
  private final CapturedValues captured;

  PersonActs(RunSetting setting, RunTools tools, RunOptions options, String run) {
    this(setting, tools, options, run, new CapturedValues());
  }

  /// @param captured knows further secrets
  PersonActs(
      RunSetting setting, RunTools tools, RunOptions options, String run, CapturedValues captured) {
    this.setting = setting;
    this.tools = tools;
    this.options = options;
    this.run = run;
    this.captured = captured;
  }

  void answer(Step step, Question question, Answer answer, List<Attachment> attachments) {
    mayAct(step);
    var redactor = redactor(step);
    var masked = new Answer(text(redactor, answer.text(), "Not answered"), answer.origin());
    var conclusion = Answers.judge(question, masked, attachments.size());
    var state = tools.ledger().run(run).orElseThrow();
    var attempts = new Attempts(tools.ledger(), run);
    var by = answer.origin() == Answer.Origin.COMMAND_LINE ? "command-line" : "person";
    var kept = attachments.stream().map(attachment -> keep(step, attachment)).toList();
    var number =
        attempts.started(
            step.id(), actor(), setting.binding().get(), Covered.inputs(step, state), by);
    attempts.concluded(step.id(), number, actor(), conclusion, new Attempts.Left(kept, 0));
  }

  void notApplicable(Step step, String reason) {
    if (step.rules().killer()) {
      throw refused(step, "A killer step is never skipped.", "Make it pass.");
    }
    mayAct(step);
    var words = reason(step, reason);
    var state = tools.ledger().run(run).orElseThrow();
    var attempts = new Attempts(tools.ledger(), run);
    var number =
        attempts.started(
            step.id(), actor(), setting.binding().get(), Covered.inputs(step, state), "person");
    attempts.concluded(
        step.id(),
        number,
        actor(),
        dev.plimsoll.core.check.Conclusion.of(
            new Outcome.NotApplicable(words), step.verb().expected()),
        Attempts.Left.NOTHING);
  }

  void waive(Step step, String reason, LocalDate expiresOn) {
    mayAct(step);
    var state = state(step);
    var closed = whyNotWaive(step, state);
    if (!closed.isEmpty()) {
      throw refused(step, closed, "Make it pass, or stop the release.");
    }
    if (expiresOn.isBefore(today())) {
      throw refused(step, "The expiry " + expiresOn + " has passed.", "Give today or a later day.");
    }
    var data = about(step);
    data.put("attempt", state.attempts().size());
    data.put("reason", reason(step, reason));
    data.put("expiresOn", expiresOn.toString());
    tools.ledger().append(Event.WAIVER_GRANTED, actor(), data);
  }

  /// Why the last attempt at a step cannot be waived, as a sentence; empty where it can.
  static String whyNotWaive(Step step, StepState state) {
    if (step.rules().killer()) {
      return "A killer step is waivable only with a second person's countersign, which this version"
          + " does not have.";
    }
    if (!step.rules().exits().waivable()) {
      return "The checklist does not allow this step to be waived.";
    }
    var last = state.lastAttempt();
    if (state.reopened() != null || last.isEmpty()) {
      return "Only a step that was tried can be waived.";
    }
    var ending = last.get().ending();
    if (ending == null) {
      return "It is running, or was cut short; run it to its end first.";
    }
    return ending.outcome().standing().isPass() ? "It passed; there is nothing to waive." : "";
  }

  void revokeWaiver(Step step, String reason) {
    mayAct(step);
    if (state(step).waiver() == null) {
      throw refused(step, "It has no waiver.", "Nothing was changed.");
    }
    var data = about(step);
    data.put("reason", reason(step, reason));
    tools.ledger().append(Event.WAIVER_REVOKED, actor(), data);
  }

  void defer(Step step, String reason, LocalDate dueOn) {
    mayAct(step);
    var before = state(step).deferral();
    if (before != null) {
      throw refused(
          step,
          "It was deferred to " + before.dueOn() + " already.",
          "Keep that day, or make it pass.");
    }
    var days = step.rules().exits().deferrableDays();
    if (days == null) {
      throw refused(
          step,
          "The checklist does not allow this step to be deferred.",
          "Make it pass, or waive it.");
    }
    if (dueOn.isBefore(today()) || dueOn.isAfter(today().plusDays(days))) {
      throw refused(
          step,
          "It may be deferred by at most "
              + Plural.of(days, "day")
              + ", to "
              + today().plusDays(days)
              + ".",
          "Choose an earlier day, not before today.");
    }
    var data = about(step);
    data.put("reason", reason(step, reason));
    data.put("dueOn", dueOn.toString());
    tools.ledger().append(Event.STEP_DEFERRED, actor(), data);
  }

  void reopen(Step step, String reason) {
    mayAct(step);
    if (state(step).attempts().isEmpty() && state(step).approvals().isEmpty()) {
      throw refused(step, "Nothing has happened at it yet.", "Run or answer it.");
    }
    var data = about(step);
    data.put("reason", reason(step, reason));
    tools.ledger().append(Event.STEP_REOPENED, actor(), data);
  }

  void note(Step step, String text) {
    var data = about(step);
    data.put("kind", "note");
    data.put("text", reason(step, text));
    tools.ledger().append(Event.EVIDENCE_ATTACHED, actor(), data);
  }

  void attach(Step step, Attachment attachment) {
    mayAct(step);
    var kept = keep(step, attachment);
    var data = about(step);
    data.put("kind", "file");
    data.put("evidence", Payload.of(kept));
    tools.ledger().append(Event.EVIDENCE_ATTACHED, actor(), data);
  }

  private Evidence keep(Step step, Attachment attachment) {
    try {
      if (Files.size(attachment.source()) > LARGEST_ATTACHMENT) {
        throw Problem.of(
            "Not attached",
            attachment.name() + " is larger than 64 MiB.",
            "Attach an excerpt, or a note that says where the file is kept.");
      }
      try (var bytes = Files.newInputStream(attachment.source())) {
        var tap = new AttemptTap(redactor(step), tools.evidence(), new LiveOutput());
        return tap.keep(WellFormed.text(attachment.name()), attachment.mediaType(), bytes);
      }
    } catch (IOException unreadable) {
      throw Problem.of(
          "Not attached",
          attachment.name() + " could not be read or stored.",
          "Check that the file is there and that the disk has room, then attach it again.",
          unreadable);
    }
  }

  private void mayAct(Step step) {
    var role = step.rules().role();
    if (role != null) {
      SignOffs.mayPlay(setting.project(), actor().id(), role, "Nothing recorded");
    }
  }

  void rescind(Step step, String principal, String reason) {
    mayAct(step);
    if (state(step).approvals().stream().noneMatch(a -> a.signer().id().equals(principal))) {
      throw refused(step, principal + " has not signed it.", "Nothing was changed.");
    }
    var data = about(step);
    data.put("principal", principal);
    data.put("reason", reason(step, reason));
    tools.ledger().append(Event.SIGNOFF_RESCINDED, actor(), data);
  }

  /// A reason that belongs to the run as a whole.
  String reason(String text) {
    var redactor = new Redactor(secrets(), java.util.Set.of());
    return text(redactor, text, "Not recorded");
  }

  private String reason(Step step, String text) {
    var words = text(redactor(step), text, "Not recorded");
    if (words.isBlank()) {
      throw refused(step, "The reason is empty.", "Say why in a sentence; the record keeps it.");
    }
    return words;
  }

  private static String text(Redactor redactor, String text, String what) {
    if (text.length() > LONGEST_TEXT) {
      throw Problem.of(
          what,
          "The text is longer than " + LONGEST_TEXT + " characters.",
          "Shorten it, or attach it as a file.");
    }
    return WellFormed.text(redactor.redact(text.strip()));
  }

  private Redactor redactor(Step step) {
    return new Redactor(secrets(), step.rules().redact());
  }

  private Map<String, String> secrets() {
    return captured.masking(RunVariables.secrets(setting, tools.environment()));
  }

  private StepState state(Step step) {
    return tools.ledger().run(run).orElseThrow().step(step.id());
  }

  private Map<String, Object> about(Step step) {
    return new Attempts(tools.ledger(), run).about(step.id());
  }

  private Actor actor() {
    return options.actor();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC);
  }

  static Problem refused(Step step, String where, String next) {
    return Problem.of("Step \u201c" + step.title() + "\u201d not changed", where, next);
  }
}
