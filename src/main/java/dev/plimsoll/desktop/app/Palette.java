package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything by name: type a few letters, Enter does the first line.
final class Palette extends VBox {
  private final TextField query = new TextField();
  private final ObservableList<Command> all;
  private final FilteredList<Command> found;
  private final ListView<Command> list;
  private final Runnable close;

  Palette(List<Command> commands, Runnable close) {
    this.close = close;
    this.all = FXCollections.observableArrayList(commands);
    this.found = new FilteredList<>(all);
    this.list = new ListView<>(found);
    getStyleClass().addAll(Style.PANEL, "palette");
    query.setPromptText("Search or command");
    query.setAccessibleText("Search or command");
    query.setId("palette-query");
    query
        .textProperty()
        .addListener((_, _, text) -> {
          found.setPredicate(command -> text.isBlank() || command.matches(text));
          list.getSelectionModel().selectFirst();
        });
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.setCellFactory(_ -> new Line());
    list.setFocusTraversable(false);
    list.setPlaceholder(Texts.secondary("Nothing by that name."));
    list.setOnMouseClicked(_ -> perform());
    list.getSelectionModel().selectFirst();
    setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(query, list);
  }

  TextField query() {
    return query;
  }

  /// Adds what took longer to find.
  void add(List<Command> more) {
    all.addAll(more);
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void keyPressed(KeyEvent event) {
    var selection = list.getSelectionModel();
    if (event.getCode() == KeyCode.DOWN) {
      selection.selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      selection.selectPrevious();
    } else if (event.getCode() == KeyCode.ENTER) {
      perform();
    } else {
      return;
    }
    list.scrollTo(selection.getSelectedIndex());
    event.consume();
  }

  private void perform() {
    var chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close.run();
      chosen.act().run();
    }
  }

  private static final class Line extends ListCell<Command> {
    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      var row =
          new HBox(
              Icons.of(command.icon()),
              Texts.line(command.name()),
              gap,
              Texts.line(command.detail(), Style.SMALL));
      row.getStyleClass().add(Style.ROW);
      setGraphic(row);
      setAccessibleText(command.name() + ", " + command.detail());
    }
  }
}
