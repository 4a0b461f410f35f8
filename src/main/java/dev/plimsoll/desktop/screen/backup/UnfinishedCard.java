package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A restore that was cut off: what is true now, and the two ways on.
final class UnfinishedCard extends HBox {
  UnfinishedCard(SetLook.Unfinished unfinished, BackupActions actions, Times times) {
    getStyleClass().addAll("notice", "caution");
    setId("unfinished");
    var ways = new HBox(KeyHint.button(actions.goBack), KeyHint.button(actions.finish));
    ways.getStyleClass().addAll(Style.ROW, "remedies");
    var words =
        new VBox(
            Texts.text("An unfinished restore was found", Style.HEADING),
            Texts.text(
                "The restore of "
                    + unfinished.point()
                    + " was cut off "
                    + times.age(unfinished.since())
                    + ". "
                    + unfinished.sentence()),
            Texts.secondary("Both ways end with one whole state, the old or the new."),
            ways);
    words.getStyleClass().add(Style.LINES);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION), words);
  }
}
