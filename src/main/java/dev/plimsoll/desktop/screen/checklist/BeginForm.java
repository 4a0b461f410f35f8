package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.checklist.ChecklistDifference;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Says what changed since the last run and asks for parameters before one begins. What is empty
/// takes the checklist's default.
final class BeginForm {
  private final Checklist checklist;
  private final Map<String, StringProperty> values = new LinkedHashMap<>();

  BeginForm(Checklist checklist) {
    this.checklist = checklist;
    for (var parameter : checklist.parameters()) {
      var byDefault = parameter.byDefault();
      values.put(parameter.name(), new SimpleStringProperty(byDefault == null ? "" : byDefault));
    }
  }

  /// What was given, as a run takes it.
  Map<String, String> given() {
    var given = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> {
      if (!value.get().isBlank()) {
        given.put(name, value.get().strip());
      }
    });
    return given;
  }

  /// Whether everything without a default was given.
  BooleanBinding complete() {
    return Bindings.createBooleanBinding(
        () ->
            checklist.parameters().stream()
                .allMatch(parameter ->
                    parameter.byDefault() != null || !value(parameter).get().isBlank()),
        values.values().toArray(StringProperty[]::new));
  }

  private StringProperty value(Parameter parameter) {
    var value = values.get(parameter.name());
    if (value == null) {
      throw new IllegalArgumentException(parameter.name());
    }
    return value;
  }

  /// Called whenever a value was changed.
  void whenChanged(Runnable changed) {
    values.values().forEach(value -> value.addListener((_, _, _) -> changed.run()));
  }

  /// What begins the run; the page answers to its key wherever the keyboard is.
  Action start(Consumer<Map<String, String>> begin) {
    return new Action("Begin", "Ctrl+Enter", complete(), () -> begin.accept(given()));
  }

  /// @param changed what changed in the checklist since it was last walked
  /// @param traffic what it will send
  Node card(Optional<ChecklistDifference> changed, Node traffic) {
    var fields = new VBox();
    fields.getStyleClass().add("form");
    changed.ifPresent(difference -> fields.getChildren().add(ChangedSince.of(difference)));
    if (!checklist.parameters().isEmpty()) {
      fields
          .getChildren()
          .add(Texts.secondary("These values are part of the record and cannot be changed later."));
    }
    checklist.parameters().forEach(parameter -> fields.getChildren().add(field(parameter)));
    fields.getChildren().add(traffic);
    var card = Card.titled("Before it begins", fields);
    card.getStyleClass().add("begin");
    return card;
  }

  private Node field(Parameter parameter) {
    var title = parameter.title();
    var name = Texts.text(title == null ? parameter.name() : title, "field-name");
    var control = control(parameter);
    control.setId("parameter-" + parameter.name());
    control.setAccessibleText(title == null ? parameter.name() : title);
    name.setLabelFor(control);
    var box = new VBox(name, control);
    box.getStyleClass().add(Style.LINES);
    return box;
  }

  private Control control(Parameter parameter) {
    var value = value(parameter);
    return switch (parameter.type()) {
      case CHOICE -> {
        var choice = new ComboBox<String>();
        choice.getItems().setAll(List.copyOf(parameter.choices()));
        choice.valueProperty().bindBidirectional(value);
        yield choice;
      }
      case BOOLEAN -> {
        var box = new CheckBox("Yes");
        box.setSelected(value.get().equals("true"));
        value.set(String.valueOf(box.isSelected()));
        box.selectedProperty().addListener((_, _, on) -> value.set(String.valueOf(on)));
        yield box;
      }
      case TEXT, NUMBER, URL, PATH -> {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        yield field;
      }
    };
  }
}
