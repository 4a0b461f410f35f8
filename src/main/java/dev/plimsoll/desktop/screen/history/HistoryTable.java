package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Times;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// The list itself. Enter or a double click opens a line; the end of the list asks for older lines.
final class HistoryTable {
  private final TableView<HistoryLine> table = new TableView<>();
  private final HistoryViewModel model;

  HistoryTable(HistoryViewModel model, Times times, Consumer<HistoryLine> open) {
    this.model = model;
    table.setAccessibleText("History");
    table.setItems(model.lines());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(words());
    table.getColumns().add(text("Release", 170, HistoryLine::release));
    table.getColumns().add(text("What", 260, HistoryLine::what));
    table.getColumns().add(who(model.narrowing()));
    table.getColumns().add(text("When", 140, line -> times.ago(line.when())));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> model.select(line));
    table.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        openSelected(open);
      }
    });
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        openSelected(open);
        event.consume();
      }
    });
    model.lines().addListener((Observable _) -> selectFirst());
    table.skinProperty().addListener((_, _, _) -> watchEnd());
  }

  /// Gives the list the keyboard, with its first line selected, as soon as there is one.
  void takeFocus() {
    table.requestFocus();
    selectFirst();
  }

  private void selectFirst() {
    var scene = table.getScene();
    if (scene != null
        && table.equals(scene.getFocusOwner())
        && table.getSelectionModel().isEmpty()
        && !table.getItems().isEmpty()) {
      table.getSelectionModel().selectFirst();
      table.getFocusModel().focus(0);
    }
  }

  private void openSelected(Consumer<HistoryLine> open) {
    var line = table.getSelectionModel().getSelectedItem();
    if (line != null) {
      open.accept(line);
    }
  }

  private void watchEnd() {
    for (var node : table.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar
          && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL) {
        bar.valueProperty()
            .addListener((_, _, value) -> {
              if (value.doubleValue() >= bar.getMax()) {
                model.loadMore();
              }
            });
      }
    }
  }

  /// A release is nobody's own: its column is left out where nothing but releases is listed.
  private static TableColumn<HistoryLine, String> who(Narrowing asked) {
    var column = text("Who", 130, HistoryLine::who);
    column
        .visibleProperty()
        .bind(asked.shelf().isNotEqualTo(Shelf.RELEASES).or(asked.typed().isNotEmpty()));
    return column;
  }

  private static TableColumn<HistoryLine, HistoryLine.Word> words() {
    var column = new TableColumn<HistoryLine, HistoryLine.Word>("State");
    column.setSortable(false);
    column.setPrefWidth(120);
    column.setMinWidth(100);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().word()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(HistoryLine.@Nullable Word word, boolean empty) {
            super.updateItem(word, empty);
            setGraphic(word == null || empty ? null : new Chip(word.text(), word.tone()));
          }
        });
    return column;
  }

  private static TableColumn<HistoryLine, String> text(
      String title, double width, Function<HistoryLine, String> text) {
    var column = new TableColumn<HistoryLine, String>(title);
    column.setSortable(false);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 130));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    return column;
  }

  void placeholder(Node node) {
    table.setPlaceholder(node);
  }

  TableView<HistoryLine> root() {
    return table;
  }
}
