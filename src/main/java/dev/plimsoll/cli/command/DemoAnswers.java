package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.VerbKind;
import java.nio.file.Path;
import java.util.List;

/// Answers that let a sample pass, for a walk at which nobody sits.
final class DemoAnswers {
  private DemoAnswers() {}

  /// @param file what is attached where a question wants a file
  static RunWords of(Checklist checklist, Path file) {
    var words = new RunWords();
    checklist
        .steps()
        .forEach(step -> {
          if (step.verb() instanceof Question question) {
            words.answers.put(step.id(), text(question));
            if (wantsFile(question)) {
              words.attachments.add(step.id() + "=" + file);
            }
          }
        });
    return words;
  }

  /// What is started by name only.
  static List<String> actions(Checklist checklist) {
    return checklist
        .steps()
        .filter(step -> !step.isAutomatic() && step.verb().kind() != VerbKind.QUESTION)
        .map(Step::id)
        .toList();
  }

  private static boolean wantsFile(Question question) {
    return question.form() instanceof AnswerForm.File
        || question.evidence() == Question.EvidenceDemand.REQUIRED;
  }

  private static String text(Question question) {
    return switch (question.form()) {
      case AnswerForm.Confirm _ -> "yes";
      case AnswerForm.Text _ -> "nobody was asked: this is the demo";
      case AnswerForm.Number number -> {
        var bound = number.min() == null ? number.max() : number.min();
        yield bound == null ? "1" : bound;
      }
      case AnswerForm.Choice choice -> choice.pass().getFirst();
      case AnswerForm.File _ -> "";
      case AnswerForm.Link _ -> "https://plimsoll.dev/demo";
    };
  }
}
