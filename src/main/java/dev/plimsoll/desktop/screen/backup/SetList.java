package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.ArrowKeys;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/// The sets to choose from, under the names of their projects. The selection is the view model's.
final class SetList extends ListView<SetLine> {
  private final BackupViewModel model;
  private boolean showing;

  SetList(BackupViewModel model) {
    super(model.lines());
    this.model = model;
    getStyleClass().addAll("step-column", "log-list");
    setId("sets");
    setAccessibleText("Backup sets");
    setCellFactory(_ -> new SetCell(model.times()));
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (!showing && row instanceof SetLine.Line line) {
            model.select(line.set());
          }
          showSelected();
        });
    model.selectedProperty().addListener((_, _, _) -> showSelected());
    model.lines().addListener((ListChangeListener<SetLine>) _ -> showSelected());
    addEventFilter(
        KeyEvent.KEY_PRESSED, ArrowKeys.walking(model::selectNext, model::selectPrevious));
  }

  private void showSelected() {
    if (showing) {
      return;
    }
    showing = true;
    try {
      var at = indexOfSelected();
      if (at < 0) {
        getSelectionModel().clearSelection();
      } else if (at != getSelectionModel().getSelectedIndex()) {
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
        scrollTo(Math.max(0, at - 1));
      }
    } finally {
      showing = false;
    }
  }

  private int indexOfSelected() {
    var chosen = model.selectedProperty().get();
    for (var i = 0; i < getItems().size(); i++) {
      if (chosen != null
          && getItems().get(i) instanceof SetLine.Line line
          && line.set().isThe(chosen)) {
        return i;
      }
    }
    return -1;
  }
}
