package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Judges a person's answer. Pure.
final class Answers {
  private static final String BY_COMMAND = " (answered on the command line)";

  private Answers() {}

  /// What was typed, of what was observed.
  static String typed(String observed) {
    return observed.endsWith(BY_COMMAND)
        ? observed.substring(0, observed.length() - BY_COMMAND.length())
        : observed;
  }

  /// @throws Problem where the text is not an answer of the question's form; nothing has been
  ///   recorded then
  static Conclusion judge(Question question, Answer answer, int attachments) {
    var text = answer.text().strip();
    if (question.evidence() == Question.EvidenceDemand.REQUIRED && attachments == 0) {
      throw not(
          "This question wants a file or screenshot with its answer.",
          "Attach one and answer again.");
    }
    var observed = answer.origin() == Answer.Origin.COMMAND_LINE ? text + BY_COMMAND : text;
    return Conclusion.of(outcome(question, text, observed, attachments), question.expected());
  }

  private static Outcome outcome(Question question, String text, String observed, int attachments) {
    return switch (question.form()) {
      case AnswerForm.Confirm _ ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" ->
                new Outcome.Passed("confirmed" + observed.substring(text.length()));
            case "no", "n", "false" ->
                new Outcome.Failed("not confirmed" + observed.substring(text.length()));
            default -> throw not("'" + text + "' is neither yes nor no.", "Answer yes or no.");
          };
      case AnswerForm.Text _ -> {
        if (text.isEmpty()) {
          throw not("The answer is empty.", "Answer in words.");
        }
        yield new Outcome.Passed(observed);
      }
      case AnswerForm.Number number -> number(number, text, observed);
      case AnswerForm.Choice choice -> {
        if (!choice.options().contains(text)) {
          throw not(
              "'" + text + "' is not among the choices.",
              "Use one of: " + String.join(", ", choice.options()) + ".");
        }
        yield choice.pass().contains(text)
            ? new Outcome.Passed(observed)
            : new Outcome.Failed(observed);
      }
      case AnswerForm.File _ -> {
        if (attachments == 0) {
          throw not("This question wants a file.", "Attach one and answer again.");
        }
        yield new Outcome.Passed(text.isEmpty() ? attachments + " attached" : observed);
      }
      case AnswerForm.Link _ -> {
        if (!isLink(text)) {
          throw not("'" + text + "' is not a link.", "Give an address that starts with https://.");
        }
        yield new Outcome.Passed(observed);
      }
    };
  }

  private static Outcome number(AnswerForm.Number form, String text, String observed) {
    var plain =
        form.unit() != null && text.endsWith(form.unit())
            ? text.substring(0, text.length() - form.unit().length()).strip()
            : text;
    BigDecimal value;
    try {
      value = new BigDecimal(plain);
    } catch (NumberFormatException notNumber) {
      throw not("'" + text + "' is not a number.", "Give a decimal number such as 12.5.");
    }
    return below(value, form.min()) || above(value, form.max())
        ? new Outcome.Failed(observed)
        : new Outcome.Passed(observed);
  }

  private static boolean below(BigDecimal value, @Nullable String bound) {
    return bound != null && value.compareTo(new BigDecimal(bound)) < 0;
  }

  private static boolean above(BigDecimal value, @Nullable String bound) {
    return bound != null && value.compareTo(new BigDecimal(bound)) > 0;
  }

  private static boolean isLink(String text) {
    try {
      var uri = URI.create(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Problem not(String where, String next) {
    return Problem.of("Not answered", where, next);
  }
}
