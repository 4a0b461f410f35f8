package dev.plimsoll.desktop.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands where there is nothing yet: why it is empty, and what would fill it.
public final class EmptyState extends VBox {
  public EmptyState(Feather icon, String title, String explanation, Node... ways) {
    getStyleClass().add("empty-state");
    getChildren()
        .addAll(Icons.of(icon), Texts.text(title, Style.HEADING), Texts.secondary(explanation));
    if (ways.length > 0) {
      var row = new HBox(ways);
      row.getStyleClass().add(Style.ROW);
      getChildren().add(row);
    }
  }
}
