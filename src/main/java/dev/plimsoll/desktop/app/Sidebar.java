package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Mark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The column at the left: the mark, the places that exist, the operator. Folds to a rail of icons
/// in a narrow window.
final class Sidebar extends VBox {
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");

  private final Map<Area, ToggleButton> entries = new EnumMap<>(Area.class);
  private final Label wordmark = new Label("plimsoll");
  private final Node operator;

  /// @param areas the entries, in order
  Sidebar(List<Area> areas, Node operator, Consumer<Area> go) {
    this.operator = operator;
    getStyleClass().add("sidebar");
    var brand = new HBox(new Mark(0.65), wordmark);
    brand.getStyleClass().add("brand");
    getChildren().add(brand);
    for (var area : areas) {
      var entry = new ToggleButton(area.word(), Icons.of(area.icon()));
      entry.getStyleClass().setAll("place-button");
      entry.setMaxWidth(Double.MAX_VALUE);
      entry.setId("go-" + area.name().toLowerCase(java.util.Locale.ROOT));
      entry.setAccessibleText(area.word());
      entry.setOnAction(_ -> {
        entry.setSelected(true);
        go.accept(area);
      });
      entries.put(area, entry);
      getChildren().add(entry);
    }
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(gap, operator);
  }

  /// Marks where the person is.
  void mark(Area here) {
    entries.forEach((area, entry) -> entry.setSelected(area == here));
  }

  /// Shows or hides an entry that leads somewhere only at times.
  void offer(Area area, boolean exists) {
    var entry = entries.get(area);
    if (entry != null) {
      entry.setVisible(exists);
      entry.setManaged(exists);
    }
  }

  void rail(boolean narrow) {
    pseudoClassStateChanged(RAIL, narrow);
    wordmark.setVisible(!narrow);
    wordmark.setManaged(!narrow);
    operator.setVisible(!narrow);
    operator.setManaged(!narrow);
    entries.forEach((area, entry) -> {
      entry.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
      entry.setTooltip(narrow ? new Tooltip(area.word()) : null);
    });
  }
}
