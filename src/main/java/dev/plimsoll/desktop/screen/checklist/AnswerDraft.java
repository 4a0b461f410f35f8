package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.core.run.Attachment;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// An answer while a person is at it. Says what is missing, and warns where the answer will not let
/// the step pass; the run judges it in the end.
public final class AnswerDraft {
  private final Question question;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<Attachment> files = FXCollections.observableArrayList();
  private final StringBinding obstacle;
  private final StringBinding warning;

  public AnswerDraft(Question question) {
    this.question = question;
    this.obstacle = Bindings.createStringBinding(this::findObstacle, text, files);
    this.warning = Bindings.createStringBinding(this::findWarning, text, files);
  }

  public Question question() {
    return question;
  }

  public StringProperty textProperty() {
    return text;
  }

  /// Files that go with the answer.
  public ObservableList<Attachment> files() {
    return files;
  }

  /// What is missing, as a sentence; empty when the answer can be given.
  public StringBinding obstacleProperty() {
    return obstacle;
  }

  /// What the answer will lead to, where that is not a pass; else empty.
  public StringBinding warningProperty() {
    return warning;
  }

  public BooleanBinding possible() {
    return obstacle.isEmpty();
  }

  public Answer answer() {
    return new Answer(text.get().strip(), Answer.Origin.WINDOW);
  }

  public List<Attachment> attachments() {
    return List.copyOf(files);
  }

  private String findObstacle() {
    if (question.evidence() == EvidenceDemand.REQUIRED && files.isEmpty()) {
      return "A file or screenshot must come with the answer.";
    }
    var typed = text.get().strip();
    return switch (question.form()) {
      case AnswerForm.Confirm _ -> "";
      case AnswerForm.Text _ -> typed.isEmpty() ? "Answer in words." : "";
      case AnswerForm.Number number ->
          value(number, typed) == null ? "Give a decimal number such as 12.5." : "";
      case AnswerForm.Choice choice ->
          choice.options().contains(typed) ? "" : "Choose one of the options.";
      case AnswerForm.File _ -> files.isEmpty() ? "Drop, paste or pick a file." : "";
      case AnswerForm.Link _ ->
          isLink(typed) ? "" : "Give an address that starts with https:// or http://.";
    };
  }

  private String findWarning() {
    var typed = text.get().strip();
    return switch (question.form()) {
      case AnswerForm.Number number -> {
        var value = value(number, typed);
        yield value != null && isOutside(number, value)
            ? "Outside of what is expected: the step will fail."
            : "";
      }
      case AnswerForm.Choice choice ->
          choice.options().contains(typed) && !choice.pass().contains(typed)
              ? "With this answer the step will fail."
              : "";
      default -> "";
    };
  }

  private static @Nullable BigDecimal value(AnswerForm.Number number, String typed) {
    var unit = number.unit();
    var plain =
        unit != null && typed.endsWith(unit)
            ? typed.substring(0, typed.length() - unit.length()).strip()
            : typed;
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException notYet) {
      return null;
    }
  }

  private static boolean isOutside(AnswerForm.Number number, BigDecimal value) {
    var min = number.min();
    var max = number.max();
    return (min != null && value.compareTo(new BigDecimal(min)) < 0)
        || (max != null && value.compareTo(new BigDecimal(max)) > 0);
  }

  private static boolean isLink(String typed) {
    try {
      var address = URI.create(typed);
      return address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
