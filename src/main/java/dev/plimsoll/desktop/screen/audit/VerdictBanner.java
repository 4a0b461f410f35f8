package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The verdict in a word and a sentence, and below it what goes with it: warnings and notes.
final class VerdictBanner extends HBox {
  VerdictBanner(Conclusion conclusion) {
    var look = conclusion.level().look();
    var words =
        new VBox(
            Texts.text(conclusion.level().words(), Style.HEADING),
            Texts.text(conclusion.sentence()));
    for (var remark : conclusion.remarks()) {
      words.getChildren().add(remark(remark));
    }
    fill(words, look.icon(), look.tone());
    setId("verdict");
    setAccessibleText(conclusion.level().words() + ". " + conclusion.sentence());
  }

  private static HBox remark(Conclusion.Remark remark) {
    var words = Texts.text(remark.sentence());
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row =
        new HBox(
            remark.isWarning()
                ? Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION)
                : Icons.of(Feather.INFO),
            words);
    row.getStyleClass().add("remark");
    return row;
  }

  /// A person stopped it.
  VerdictBanner(Pace stopped) {
    var sentence =
        "After "
            + Texts.count(stopped.entries(), "entry", "entries")
            + ", without a verdict on the log.";
    fill(
        new VBox(Texts.text("Stopped", Style.HEADING), Texts.text(sentence)),
        Feather.SLASH,
        Tone.NEUTRAL);
    setId("verdict");
    setAccessibleText("Stopped. " + sentence);
  }

  private void fill(VBox words, Feather icon, Tone tone) {
    getStyleClass().addAll("verification-banner", tone.styleClass());
    words.getStyleClass().add(Style.LINES);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.of(icon, tone), words);
  }
}
