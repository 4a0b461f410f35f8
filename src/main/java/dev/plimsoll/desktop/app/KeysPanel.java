package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.scene.layout.GridPane;

/// The keys that work here, and those that work everywhere.
final class KeysPanel {
  private KeysPanel() {}

  static Panel of(List<Action> here, List<Action> everywhere, Runnable close) {
    var grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    var row = rows(grid, "On this page", here, 0);
    rows(grid, "Everywhere", everywhere, row);
    return new Panel("Keys", grid).primary(Action.always("Close", null, close));
  }

  private static int rows(GridPane grid, String heading, List<Action> actions, int first) {
    var row = first;
    var keyed = actions.stream().filter(action -> action.keys() != null).toList();
    if (keyed.isEmpty()) {
      return row;
    }
    grid.add(Texts.stripHeading(heading), 0, row++, 2, 1);
    for (var action : keyed) {
      var key = KeyHint.key(String.valueOf(action.keys()));
      key.getStyleClass().add("key-cap");
      grid.add(key, 0, row);
      grid.add(
          Texts.text(action.name(), action.possible().get() ? Style.LINES : Style.SECONDARY),
          1,
          row++);
    }
    return row;
  }
}
