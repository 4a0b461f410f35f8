package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Rows under each other with a line between them.
public final class Rows extends VBox {
  public Rows(List<? extends Node> rows) {
    getStyleClass().add("rows");
    show(rows);
  }

  public void show(List<? extends Node> rows) {
    getChildren().setAll(rows);
    for (var i = 0; i < rows.size(); i++) {
      rows.get(i).getStyleClass().removeAll("between", "last");
      rows.get(i).getStyleClass().add(i == rows.size() - 1 ? "last" : "between");
    }
  }
}
