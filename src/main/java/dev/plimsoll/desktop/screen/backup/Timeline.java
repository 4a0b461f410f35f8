package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.ArrowKeys;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The restore points of a set under each other, the newest first. One is chosen; the arrow keys go
/// on from it.
final class Timeline extends VBox {
  /// More than these are shown when they are asked for.
  private static final int SHOWN = 40;

  private final BackupViewModel model;
  private final VBox rows = new VBox();
  private boolean all;

  Timeline(BackupViewModel model) {
    this.model = model;
    setId("timeline");
    rows.getStyleClass().add("timeline");
    rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
    rows.setAccessibleText("Restore points");
    rows.addEventFilter(
        KeyEvent.KEY_PRESSED,
        ArrowKeys.walking(() -> step(model::nextPoint), () -> step(model::previousPoint)));
    var card = Card.titled("Restore points", rows);
    card.getStyleClass().add("timeline-card");
    getChildren().add(card);
    model.lookProperty().addListener((_, _, _) -> show());
    model.pointProperty().addListener((_, _, _) -> select());
    show();
  }

  private void step(Runnable to) {
    to.run();
    focusChosen();
  }

  /// Gives the keyboard to the chosen point.
  ///
  /// @return whether there is one
  boolean focusChosen() {
    for (var row : points()) {
      if (row.point().equals(model.pointProperty().get())) {
        row.requestFocus();
        return true;
      }
    }
    return false;
  }

  private void show() {
    var look = model.lookProperty().get();
    rows.getChildren().clear();
    if (look == null || look.points().isEmpty()) {
      setVisible(false);
      setManaged(false);
      return;
    }
    setVisible(true);
    setManaged(true);
    var largest =
        look.points().stream().mapToLong(point -> point.content().stored()).max().orElse(0);
    var many = all ? look.points().size() : Math.min(SHOWN, look.points().size());
    for (var point : look.points().subList(0, many)) {
      var row = new PointRow(point, look.fate(point), model.times(), largest);
      row.setOnMousePressed(_ -> {
        model.choose(point);
        row.requestFocus();
      });
      rows.getChildren().add(row);
    }
    mark();
    if (many < look.points().size()) {
      var more = new Button("Show all " + Texts.count(look.points().size(), "backup"));
      more.setOnAction(_ -> {
        all = true;
        show();
      });
      more.getStyleClass().add(Style.FLAT);
      rows.getChildren().add(more);
    }
    select();
  }

  private void mark() {
    var points = points();
    if (!points.isEmpty()) {
      points.getFirst().getStyleClass().add("first");
      points.getLast().getStyleClass().add("last");
    }
  }

  private void select() {
    var chosen = model.pointProperty().get();
    points().forEach(row -> row.select(row.point().equals(chosen)));
  }

  private List<PointRow> points() {
    return rows.getChildren().stream()
        .filter(PointRow.class::isInstance)
        .map(PointRow.class::cast)
        .toList();
  }
}
