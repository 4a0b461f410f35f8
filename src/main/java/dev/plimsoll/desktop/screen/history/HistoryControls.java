package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import java.time.LocalDate;
import java.util.Arrays;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;

/// What narrows the list down, above it: the kind of line and words in the first row; product,
/// state and time in the second. What narrows just now is framed. Stays in step with the
/// [Narrowing], whoever changes it.
final class HistoryControls extends VBox {
  private static final String ALL_PRODUCTS = "All products";
  private static final Duration TYPING = Duration.millis(250);
  private static final PseudoClass NARROWING = PseudoClass.getPseudoClass("narrowing");

  private final HistoryViewModel model;
  private final Narrowing asked;
  private final TextField search = new TextField();

  /// @param clear takes all filters away
  /// @param toList gives the list the keyboard
  HistoryControls(HistoryViewModel model, Action clear, Runnable toList) {
    this.model = model;
    this.asked = model.narrowing();
    getStyleClass().add("history-controls");
    search(toList);
    HBox.setHgrow(search, Priority.ALWAYS);
    var first = new HBox(shelves(), search);
    first.getStyleClass().add(Style.ROW);
    var clearing = KeyHint.button(clear, Style.FLAT);
    clearing.setId("history-clear");
    var second = new FlowPane(products(), states(), since(), day(), clearing);
    second.getStyleClass().add("offers");
    getChildren().addAll(first, second);
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void search(Runnable toList) {
    search.setId("history-search");
    search.setPromptText("Search steps, notes, reasons, people…");
    search.setAccessibleText("Search the history");
    var typing = new PauseTransition(TYPING);
    Runnable ask =
        () -> {
          typing.stop();
          asked.typed().set(search.getText());
        };
    typing.setOnFinished(_ -> ask.run());
    search
        .textProperty()
        .addListener((_, _, text) -> {
          if (!text.equals(asked.typed().get())) {
            typing.playFromStart();
          }
        });
    asked
        .typed()
        .addListener((_, _, typed) -> {
          if (!typed.equals(search.getText())) {
            search.setText(typed);
          }
        });
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
        ask.run();
        toList.run();
        event.consume();
      }
    });
    frame(search, asked.typed().isNotEmpty());
  }

  private Node shelves() {
    var buttons =
        Arrays.stream(Shelf.values())
            .map(shelf -> {
              var button = new ToggleButton(shelf.title());
              button.setUserData(shelf);
              button.setMinWidth(USE_PREF_SIZE);
              button.setSelected(shelf == asked.shelf().get());
              return button;
            })
            .toList();
    var shelves = new SegmentedButton(FXCollections.observableArrayList(buttons));
    shelves.setMinWidth(USE_PREF_SIZE);
    shelves
        .getToggleGroup()
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            before.setSelected(true);
          } else {
            asked.shelf().set((Shelf) now.getUserData());
          }
        });
    asked
        .shelf()
        .addListener((_, _, shelf) ->
            buttons.forEach(button -> button.setSelected(shelf.equals(button.getUserData()))));
    return shelves;
  }

  private Node products() {
    var box = new ComboBox<String>();
    box.setId("history-product");
    box.setAccessibleText("Product");
    box.getItems().add(ALL_PRODUCTS);
    box.setValue(ALL_PRODUCTS);
    model
        .products()
        .addListener((Observable _) ->
            model.products().stream()
                .filter(name -> !box.getItems().contains(name))
                .forEach(box.getItems()::add));
    box.valueProperty()
        .addListener((_, _, name) -> asked.product().set(ALL_PRODUCTS.equals(name) ? "" : name));
    asked.product().addListener((_, _, name) -> box.setValue(name.isEmpty() ? ALL_PRODUCTS : name));
    frame(box, asked.product().isNotEmpty());
    return box;
  }

  private Node states() {
    var box = choice("State", FXCollections.observableArrayList(StateChoice.ANY), asked.state());
    box.setId("history-state");
    box.getItems().setAll(StateChoice.on(asked.shelf().get()));
    box.setValue(asked.state().get());
    asked
        .shelf()
        .addListener((_, _, shelf) -> {
          var kept = asked.state().get();
          box.getItems().setAll(StateChoice.on(shelf));
          box.setValue(kept);
        });
    frame(box, asked.state().isNotEqualTo(StateChoice.ANY));
    return box;
  }

  private Node since() {
    var box = choice("Time", FXCollections.observableArrayList(Since.values()), asked.since());
    box.setId("history-since");
    frame(box, asked.since().isNotEqualTo(Since.ANY));
    return box;
  }

  private static <T> ComboBox<T> choice(
      String what, ObservableList<T> choices, ObjectProperty<T> asked) {
    var box = new ComboBox<>(choices);
    box.setAccessibleText(what);
    box.setValue(asked.get());
    box.valueProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null) {
            asked.set(chosen);
          }
        });
    asked.addListener((_, _, now) -> box.setValue(now));
    return box;
  }

  private Node day() {
    var picker = new DatePicker();
    picker.setId("history-day");
    picker.setAccessibleText("The first day");
    picker.setPromptText("first day");
    picker.setPrefWidth(140);
    picker.valueProperty().addListener((_, _, day) -> asked.day().set(day));
    asked
        .day()
        .addListener((_, _, day) -> {
          if (day == null || !day.equals(picker.getValue())) {
            picker.setValue(day);
          }
        });
    picker.setDayCellFactory(_ -> new NoFuture(asked.today()));
    picker.visibleProperty().bind(asked.since().isEqualTo(Since.DAY));
    picker.managedProperty().bind(picker.visibleProperty());
    frame(picker, Bindings.isNotNull(asked.day()));
    return picker;
  }

  private static final class NoFuture extends javafx.scene.control.DateCell {
    private final LocalDate today;

    NoFuture(LocalDate today) {
      this.today = today;
    }

    @Override
    public void updateItem(LocalDate day, boolean empty) {
      super.updateItem(day, empty);
      setDisable(empty || day.isAfter(today));
    }
  }

  private static void frame(Node node, BooleanExpression narrowing) {
    node.getStyleClass().add("history-filter");
    // a binding that nobody holds is forgotten
    node.getProperties().put(NARROWING, narrowing);
    narrowing.addListener((_, _, now) -> node.pseudoClassStateChanged(NARROWING, now));
  }
}
