package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `ask`: a person answers.
///
/// @param challenge the question as it is read aloud
/// @param expect the expected response shown beside it, or null
/// @param form what an acceptable answer looks like
/// @param evidence whether a file or link must come with the answer
public record Question(
    String challenge, @Nullable String expect, AnswerForm form, EvidenceDemand evidence)
    implements Verb {

  /// Whether an answer needs an attached file or link.
  public enum EvidenceDemand {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  /// The shapes an answer may take.
  public sealed interface AnswerForm {
    /// Yes or no; no is a failed step.
    record Confirm() implements AnswerForm {}

    /// Free text, not blank.
    record Text() implements AnswerForm {}

    /// A decimal number with an optional unit and inclusive bounds.
    record Number(@Nullable String unit, @Nullable String min, @Nullable String max)
        implements AnswerForm {}

    /// One of the given words; `pass` are those that let the step pass.
    record Choice(List<String> options, List<String> pass) implements AnswerForm {
      public Choice {
        options = List.copyOf(options);
        pass = List.copyOf(pass);
      }
    }

    /// A file dropped, pasted or picked.
    record File() implements AnswerForm {}

    /// An absolute http or https address.
    record Link() implements AnswerForm {}
  }

  @Override
  public String word() {
    return "ask";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.QUESTION;
  }

  @Override
  public String expected() {
    if (expect != null) {
      return expect;
    }
    return switch (form) {
      case AnswerForm.Confirm _ -> "confirmed by a person";
      case AnswerForm.Text _ -> "an answer in words";
      case AnswerForm.Number n -> "a number" + bounds(n);
      case AnswerForm.Choice c -> "one of " + String.join(", ", c.pass());
      case AnswerForm.File _ -> "a file";
      case AnswerForm.Link _ -> "a link";
    };
  }

  @Override
  public List<String> describe() {
    return List.of("asks: " + challenge);
  }

  private static String bounds(AnswerForm.Number number) {
    var unit = number.unit() == null ? "" : " " + number.unit();
    if (number.min() != null && number.max() != null) {
      return " from " + number.min() + " to " + number.max() + unit;
    }
    if (number.min() != null) {
      return " of at least " + number.min() + unit;
    }
    return number.max() == null ? unit : " of at most " + number.max() + unit;
  }
}
