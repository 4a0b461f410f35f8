package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.scene.layout.VBox;

/// Asks before the window is closed over something that goes on. The way out has the focus.
final class CloseQuestion {
  private CloseQuestion() {}

  /// @param underWay what goes on, in words
  static Panel panel(List<String> underWay, Runnable stay, Runnable close) {
    var content = new VBox();
    content.getStyleClass().add(Style.LINES);
    underWay.forEach(line -> content.getChildren().add(Texts.text(line, Style.STRONG)));
    content
        .getChildren()
        .add(
            Texts.text(
                "Closing the window stops it. Nothing half-made stays: a backup that was not"
                    + " finished is no backup, and files are put back all together or not at"
                    + " all."));
    return new Panel("Something is under way", content)
        .other(Action.always("Let it go on", null, stay))
        .grave(Action.always("Stop it and close", null, close));
  }
}
