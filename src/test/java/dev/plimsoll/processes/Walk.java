package dev.plimsoll.processes;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.ReleaseDesk;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist.Order;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Walks checklists of a sample as its one person would: lets the machine run what it can, answers
/// every question with what was asked for, signs, and starts the actions.
final class Walk {
  private final Sample sample;
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, StepView> seen = new TreeMap<>();
  private final Map<String, Boolean> decisions = new LinkedHashMap<>();

  Walk(Sample sample) {
    this.sample = sample;
  }

  /// The answer to the question of a step, where another one is wanted than the usual.
  Walk answering(String step, String answer) {
    answers.put(step, answer);
    return this;
  }

  /// Walks these checklists in this order.
  Walk through(OpenProject project, String version, String... checklists)
      throws IOException, InterruptedException {
    project.trust(project.trustQuestion().digest());
    var desk = project.release(version);
    for (var checklist : checklists) {
      var options =
          new RunOptions(Map.of(), false, new Actor(Sample.ADA, null), Answer.Origin.WINDOW);
      try (var session = opened(desk, checklist, options)) {
        session.signActionsWith(sample.keyFile());
        walk(session);
        for (var step : session.view().steps()) {
          seen.put(checklist + "/" + step.step().id(), step);
        }
        decisions.put(checklist, session.view().decision().isGo());
      }
    }
    return this;
  }

  private RunSession opened(ReleaseDesk desk, String checklist, RunOptions options) {
    try {
      return desk.open(checklist, options);
    } catch (Problem refused) {
      throw new AssertionError(refused.getMessage() + "\n" + told(), refused);
    }
  }

  /// Walks these checklists for a release that is opened for it.
  Walk through(String version, String... checklists) throws IOException, InterruptedException {
    try (var plimsoll = sample.open();
        var project = plimsoll.project(sample.repository())) {
      return through(project, version, checklists);
    }
  }

  /// Steps that did not pass, as `checklist/step`, apart from those that only wait for them, and
  /// signatures over them.
  Set<String> failed() {
    var failed = new TreeSet<String>();
    seen.forEach((name, step) -> {
      if (!(step.step().verb() instanceof SignOff)
          && !step.standing().isPass()
          && step.standing() != Standing.NOT_RUN
          && step.standing() != Standing.NOT_APPLICABLE) {
        failed.add(name);
      }
    });
    return failed;
  }

  Map<String, Boolean> decisions() {
    return decisions;
  }

  Standing standing(String name) {
    return step(name).standing();
  }

  /// Every step with where it stands and what was found, for a message.
  String told() {
    var told = new StringBuilder();
    seen.forEach((name, step) -> {
      told.append(name).append(' ').append(step.standing()).append(": ").append(step.observed());
      findings(name).forEach(finding -> told.append("\n    ").append(finding));
      told.append('\n');
    });
    return told.toString();
  }

  List<Finding> findings(String name) {
    return step(name)
        .state()
        .lastAttempt()
        .map(attempt -> attempt.ending())
        .map(ending -> ending.outcome().findings())
        .orElse(List.of());
  }

  /// Where the findings of a step point at, as `file:line`.
  List<String> places(String name) {
    return findings(name).stream()
        .filter(finding -> finding.at() != null)
        .map(finding -> String.valueOf(finding.at()))
        .toList();
  }

  private StepView step(String name) {
    var step = seen.get(name);
    if (step == null) {
      throw new IllegalArgumentException("no " + name + " among " + seen.keySet());
    }
    return step;
  }

  private void walk(RunSession session) throws IOException, InterruptedException {
    var before = "";
    while (true) {
      session.startAutomatic();
      session.awaitIdle();
      for (var view : session.view().steps()) {
        take(session, view);
      }
      session.awaitIdle();
      var now = session.view().steps().stream().map(StepView::standing).toList().toString();
      if (now.equals(before)) {
        return;
      }
      before = now;
    }
  }

  private void take(RunSession session, StepView view) throws IOException, InterruptedException {
    var step = view.step();
    var now = session.view().step(step.id()).orElseThrow();
    if (now.standing() != Standing.NOT_RUN || now.live().waiting()) {
      return;
    }
    if (session.view().checklist().form().order() == Order.REASONED
        && now.state().notes().isEmpty()) {
      session.note(step.id(), "Goes ahead; the steps before it are looked at in parallel.");
    }
    switch (step.verb()) {
      case Question question -> answer(session, step.id(), question);
      case SignOff signOff -> sign(session, step.id(), signOff);
      default -> {
        session.start(step.id());
        session.awaitIdle();
      }
    }
  }

  private void sign(RunSession session, String step, SignOff signOff) {
    try (var key = KeyFiles.open(sample.keyFile(), PassphraseSource.none())) {
      session.signOff(
          session.signOffRequest(step), new PersonSigner(Sample.ADA, signOff.role(), key));
    }
  }

  private void answer(RunSession session, String step, Question question) throws IOException {
    var text = answers.getOrDefault(step, usual(question.form()));
    var wantsFile =
        question.evidence() == EvidenceDemand.REQUIRED
            || question.form() instanceof AnswerForm.File;
    session.answer(
        step, new Answer(text, Answer.Origin.WINDOW), wantsFile ? List.of(evidence()) : List.of());
  }

  private Attachment evidence() throws IOException {
    var file = sample.folder().resolve("minutes.txt");
    Files.writeString(file, "Decided and written down.\n");
    return new Attachment("minutes.txt", "text/plain", file);
  }

  private static String usual(AnswerForm form) {
    return switch (form) {
      case AnswerForm.Confirm _ -> "yes";
      case AnswerForm.Text _ -> "Grace, on 2026-03-02, in the minutes of that day";
      case AnswerForm.Number number -> number.min() == null ? "1" : number.min();
      case AnswerForm.Choice choice -> choice.pass().getFirst();
      case AnswerForm.File _ -> "minutes.txt";
      case AnswerForm.Link _ -> "https://example.org/minutes/7";
    };
  }
}
