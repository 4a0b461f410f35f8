package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A restore that was cut off, and the way on.
final class UnfinishedCard extends HBox {
  UnfinishedCard(Action putRight) {
    getStyleClass().addAll("notice", "caution");
    setId("unfinished");
    var ways = new HBox(KeyHint.button(putRight, Style.ACCENT));
    ways.getStyleClass().addAll(Style.ROW, "remedies");
    var words =
        new VBox(
            Texts.text("An unfinished restore was found", Style.HEADING),
            Texts.text(
                "A restore in this project was cut off in the middle. What stood there before is"
                    + " kept."),
            Texts.secondary(
                "Putting it right finishes it where everything for it lies ready, and takes it back"
                    + " otherwise: all files are the new ones then, or all are the old ones. No"
                    + " command is run."),
            ways);
    words.getStyleClass().add(Style.LINES);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION), words);
  }
}
