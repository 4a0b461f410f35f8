package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import java.util.List;
import java.util.Optional;

/// What to write on the command line for that which only a person can settle.
final class NextWords {
  private NextWords() {}

  static List<String> of(RunView run) {
    var blocked = run.decision().blockers().stream().map(clause -> clause.step()).toList();
    return run.steps().stream()
        .filter(view -> blocked.contains(view.step().id()))
        .flatMap(view -> of(view).stream())
        .toList();
  }

  private static Optional<String> of(StepView view) {
    var id = view.step().id();
    return switch (view.step().verb()) {
      case Question question -> Optional.of("--answer " + id + "=" + form(question));
      case SignOff signOff ->
          Optional.of("--sign-as PRINCIPAL --key FILE   (" + id + ", as " + signOff.role() + ")");
      default -> {
        var irreversible = view.step().rules().irreversible();
        yield view.step().verb().kind() == VerbKind.ACTION || irreversible
            ? Optional.of("--step " + id + (irreversible ? " --yes" : ""))
            : Optional.empty();
      }
    };
  }

  private static String form(Question question) {
    var file = question.evidence() == Question.EvidenceDemand.REQUIRED ? " --attach STEP=FILE" : "";
    return switch (question.form()) {
          case AnswerForm.Confirm _ -> "yes|no";
          case AnswerForm.Text _ -> "\"...\"";
          case AnswerForm.Number _ -> "NUMBER";
          case AnswerForm.Choice choice -> String.join("|", choice.options());
          case AnswerForm.File _ -> "\"...\" --attach STEP=FILE";
          case AnswerForm.Link _ -> "https://...";
        }
        + file
        + "   ("
        + question.challenge()
        + ")";
  }
}
