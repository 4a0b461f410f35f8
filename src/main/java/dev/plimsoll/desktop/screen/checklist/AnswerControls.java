package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where a person answers: a control for each form of answer, what is missing, and the button.
/// Escape in a field gives the keyboard back to the page.
final class AnswerControls extends VBox {
  /// What the controls need done.
  ///
  /// @param give gives the draft's answer
  /// @param say gives another answer than the draft's: `no`
  /// @param leave gives the keyboard back
  record Ways(Action give, java.util.function.Consumer<String> say, Runnable leave) {}

  private final AnswerDraft draft;
  private final Ways ways;
  private @Nullable Node field;

  AnswerControls(AnswerDraft draft, Ways ways) {
    this.draft = draft;
    this.ways = ways;
    getStyleClass().addAll("answer", Style.LINES);
    getChildren().addAll(form());
    getChildren()
        .addAll(
            files(), said(draft.obstacleProperty(), null), said(draft.warningProperty(), Tone.BAD));
  }

  /// Puts the keyboard into the field, where there is one.
  ///
  /// @return whether there is one
  boolean enter() {
    var into = field;
    if (into == null) {
      return false;
    }
    into.requestFocus();
    return true;
  }

  private List<Node> form() {
    return switch (draft.question().form()) {
      case AnswerForm.Confirm _ -> List.of(confirm());
      case AnswerForm.Text _ -> List.of(line("Answer in words", "", true));
      case AnswerForm.Number number -> List.of(line("A number", unit(number), false));
      case AnswerForm.Link _ -> List.of(line("https://", "", true));
      case AnswerForm.Choice choice -> choice(choice);
      case AnswerForm.File _ -> List.of(give());
    };
  }

  private Node confirm() {
    draft.textProperty().set("yes");
    var no = new Button("No");
    no.setId("answer-no");
    no.setOnAction(_ -> ways.say().accept("no"));
    no.setAccessibleText("No: the step fails");
    var row = new FlowPane(give(), no);
    row.getStyleClass().add("buttons");
    return row;
  }

  private Button give() {
    var give = KeyHint.button(ways.give(), Style.ACCENT);
    give.setId("answer-give");
    return give;
  }

  private Node line(String prompt, String unit, boolean wide) {
    var typed = new TextField();
    typed.setId("answer-text");
    typed.setPromptText(prompt);
    typed.setAccessibleText(draft.question().challenge());
    typed.textProperty().bindBidirectional(draft.textProperty());
    typed.setOnAction(_ -> ways.give().perform());
    leavesOnEscape(typed);
    if (!wide) {
      typed.setPrefColumnCount(10);
    }
    HBox.setHgrow(typed, wide ? Priority.ALWAYS : Priority.NEVER);
    field = typed;
    var row = new HBox(typed);
    if (!unit.isEmpty()) {
      row.getChildren().add(Texts.secondary(unit));
    }
    row.getChildren().add(give());
    row.getStyleClass().add(Style.ROW);
    return row;
  }

  private static String unit(AnswerForm.Number number) {
    var parts = new ArrayList<String>();
    if (number.unit() != null) {
      parts.add(number.unit());
    }
    if (number.min() != null && number.max() != null) {
      parts.add("from " + number.min() + " to " + number.max());
    } else if (number.min() != null) {
      parts.add("at least " + number.min());
    } else if (number.max() != null) {
      parts.add("at most " + number.max());
    }
    return String.join(" · ", parts);
  }

  private List<Node> choice(AnswerForm.Choice choice) {
    var group = new ToggleGroup();
    var options = new VBox();
    options.getStyleClass().add(Style.LINES);
    for (var option : choice.options()) {
      var button = new RadioButton(option);
      button.setToggleGroup(group);
      button.setUserData(option);
      button.setOnAction(_ -> draft.textProperty().set(option));
      button
          .selectedProperty()
          .addListener((_, _, on) -> {
            if (on) {
              draft.textProperty().set(option);
            }
          });
      leavesOnEscape(button);
      button.addEventHandler(
          javafx.scene.input.KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
              button.setSelected(true);
              ways.give().perform();
              event.consume();
            }
          });
      options.getChildren().add(button);
      if (field == null) {
        field = button;
      }
    }
    var row = new FlowPane(give());
    row.getStyleClass().add("buttons");
    return List.of(options, row);
  }

  private void leavesOnEscape(Node node) {
    node.addEventHandler(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
            ways.leave().run();
            event.consume();
          }
        });
  }

  private Node files() {
    var box = new FlowPane();
    box.getStyleClass().add("facts");
    Runnable list =
        () -> {
          box.getChildren().setAll(draft.files().stream().map(this::file).toList());
          var wanted = draft.question().evidence() == EvidenceDemand.OPTIONAL;
          if (draft.files().isEmpty() && wanted) {
            box.getChildren().add(Texts.secondary("A file may come with it: drop, paste, or E."));
          }
          box.setManaged(!box.getChildren().isEmpty());
        };
    draft.files().addListener((javafx.beans.Observable _) -> list.run());
    list.run();
    return box;
  }

  private Node file(Attachment file) {
    var away = new Button("Remove");
    away.getStyleClass().addAll(Style.FLAT, "small");
    away.setAccessibleText("Remove " + file.name());
    away.setOnAction(_ -> draft.files().remove(file));
    var row = new HBox(Texts.line(file.name(), Style.MONO), away);
    row.getStyleClass().add(Style.ROW);
    return row;
  }

  private static Label said(javafx.beans.binding.StringBinding words, @Nullable Tone tone) {
    var label = Texts.text("", Style.SECONDARY);
    if (tone != null) {
      label.getStyleClass().add(tone.styleClass());
    }
    label.textProperty().bind(words);
    label.visibleProperty().bind(Bindings.isNotEmpty(words));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
