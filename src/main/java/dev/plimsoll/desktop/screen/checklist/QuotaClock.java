package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The clock of a step that waits for a service's quota; takes no room where nothing waits.
final class QuotaClock extends HBox {
  private final Label left = Texts.line("", Style.LARGE, "quota-left");
  private final Label why = Texts.text("");

  QuotaClock() {
    getStyleClass().addAll("notice", "quota-clock");
    setId("quota-clock");
    left.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(why, Priority.ALWAYS);
    why.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(Icons.of(Feather.CLOCK, Tone.INFO), left, why);
    setShown(false);
  }

  void show(StepView view, Instant now) {
    var quota = view.live().quota();
    setShown(quota != null);
    if (quota != null) {
      var clock = QuotaWords.left(quota, now);
      left.setText(clock == null ? "" : clock);
      left.setManaged(clock != null);
      why.setText(QuotaWords.why(quota));
    }
  }

  private void setShown(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
