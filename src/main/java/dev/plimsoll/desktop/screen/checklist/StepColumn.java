package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.desktop.kit.ArrowKeys;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;

/// The column that says where the person is: sections and steps. Only steps can be selected; the
/// selection is the view model's.
final class StepColumn extends ListView<StepRow> {
  private final ChecklistViewModel model;
  private boolean showing;

  StepColumn(ChecklistViewModel model) {
    super(model.rows());
    this.model = model;
    getStyleClass().add("step-column");
    setId("steps");
    setAccessibleText("Steps");
    setCellFactory(_ -> new StepCell());
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (!showing && row instanceof StepRow.Line line) {
            model.select(line.id());
          }
          showSelected();
        });
    model.selectedProperty().addListener((_, _, _) -> showSelected());
    model.rows().addListener((javafx.collections.ListChangeListener<StepRow>) _ -> showSelected());
    // the arrows step over section rows; everything else is left to the page
    addEventFilter(
        KeyEvent.KEY_PRESSED, ArrowKeys.walking(model::selectNext, model::selectPrevious));
    showSelected();
  }

  private void showSelected() {
    if (showing) {
      return;
    }
    showing = true;
    try {
      var at = indexOf(model.selectedProperty().get());
      if (at < 0) {
        getSelectionModel().clearSelection();
      } else if (at != getSelectionModel().getSelectedIndex()) {
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
        scrollIntoSight(at);
      }
    } finally {
      showing = false;
    }
  }

  private void scrollIntoSight(int at) {
    // the section's own row comes into sight with its first step
    var top = at > 0 && getItems().get(at - 1) instanceof StepRow.Head ? at - 1 : at;
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      var first = flow.getFirstVisibleCell();
      var last = flow.getLastVisibleCell();
      if (first != null && last != null && first.getIndex() < top && at < last.getIndex() - 1) {
        return;
      }
    }
    scrollTo(Math.max(0, top - 1));
  }

  private int indexOf(String id) {
    for (var i = 0; i < getItems().size(); i++) {
      if (getItems().get(i) instanceof StepRow.Line line && line.id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
