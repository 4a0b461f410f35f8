package dev.plimsoll.processes;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.StepView;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// The people of a sample team: they start what starts by hand, answer what they are asked with
/// something acceptable, and sign.
final class People {
  private final SampleTeam team;

  People(SampleTeam team) {
    this.team = team;
  }

  /// Walks a checklist to its end, or to the first step that does not pass.
  RunSession walk(String checklist) throws IOException, InterruptedException {
    var session = team.open(checklist);
    while (true) {
      session.startAutomatic();
      session.awaitIdle();
      var next = next(session);
      if (next.isEmpty()) {
        return session;
      }
      act(session, next.get());
      var after = session.view().step(next.get().step().id()).orElseThrow();
      if (!after.standing().isPass()) {
        return session;
      }
    }
  }

  private static Optional<StepView> next(RunSession session) {
    return session.view().steps().stream()
        .filter(view -> !view.step().isAutomatic() && !view.live().waiting())
        .filter(view -> !view.standing().isPass() && view.standing() != Standing.NOT_APPLICABLE)
        .findFirst();
  }

  private void act(RunSession session, StepView view) throws IOException, InterruptedException {
    var id = view.step().id();
    switch (view.step().verb()) {
      case Question question -> {
        var file = Files.writeString(team.sandbox.folder.resolve("screenshot.txt"), "seen");
        var attached =
            question.evidence() == EvidenceDemand.REQUIRED
                    || question.form() instanceof AnswerForm.File
                ? List.of(new Attachment("screenshot.txt", "text/plain", file))
                : List.<Attachment>of();
        session.answer(id, new Answer(answer(question.form()), Answer.Origin.WINDOW), attached);
      }
      case SignOff signOff ->
          session.signOff(session.signOffRequest(id), team.sandbox.ada(signOff.role()));
      default -> {
        session.start(id);
        session.awaitIdle();
      }
    }
  }

  private static String answer(AnswerForm form) {
    return switch (form) {
      case AnswerForm.Confirm _ -> "yes";
      case AnswerForm.Text _ -> "Grace, in the pull request";
      case AnswerForm.Number number ->
          number.min() != null ? number.min() : number.max() != null ? number.max() : "1";
      case AnswerForm.Choice choice -> choice.pass().getFirst();
      case AnswerForm.File _ -> "screenshot.txt";
      case AnswerForm.Link _ -> "https://example.org/written-down";
    };
  }
}
