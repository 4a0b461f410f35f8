package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.ArrowKeys;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/// The logs to choose from. Only logs can be selected; the selection is the view model's.
final class LogList extends ListView<LogLine> {
  private final AuditViewModel model;
  private boolean showing;

  LogList(AuditViewModel model) {
    super(model.lines());
    this.model = model;
    getStyleClass().addAll("step-column", "log-list");
    setId("logs");
    setAccessibleText("Logs");
    setCellFactory(_ -> new LogCell());
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (!showing && row instanceof LogLine.Line line) {
            model.select(line.log());
          }
          showSelected();
        });
    model.selectedProperty().addListener((_, _, _) -> showSelected());
    model.lines().addListener((ListChangeListener<LogLine>) _ -> showSelected());
    // the arrows step over titles; everything else is left to the page
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
      if (getItems().get(i) instanceof LogLine.Line line && line.log().equals(chosen)) {
        return i;
      }
    }
    return -1;
  }
}
