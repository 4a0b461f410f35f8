package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Sample;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import dev.plimsoll.desktop.kit.chart.Millis;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One response: whether it was good, its number, what was asked and what was missed, what came,
/// how long it took; the tip says how large it was, too. Its parts are made once and used again for
/// every row that it shows.
final class SampleCell extends ListCell<Sample> {
  private static final double TIP_WIDTH = 480;

  private final FontIcon good = Icons.of(Feather.CHECK, Tone.GOOD);
  private final FontIcon bad = Icons.of(Feather.X, Tone.BAD);
  private final Label number = Texts.line("", "sample-number");
  private final Label label = Texts.line("");
  private final Label came = Texts.line("", "sample-came");
  private final Label took = Texts.line("", "sample-took");
  private final HBox row = new HBox(good, bad, number, label, came, took);
  private final Label why = Texts.line("", "sample-missed");
  private final VBox lines = new VBox(row, why);
  private final BooleanSupplier twoLines;
  private final Tooltip tip = new Tooltip();

  /// @param twoLines whether there is room for what was missed below what was asked
  SampleCell(BooleanSupplier twoLines) {
    this.twoLines = twoLines;
    getStyleClass().add("sample-cell");
    row.getStyleClass().add("sample-row");
    tip.setWrapText(true);
    tip.setMaxWidth(TIP_WIDTH);
    why.setMinWidth(0);
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Sample sample, boolean empty) {
    super.updateItem(sample, empty);
    getStyleClass().remove("err");
    if (sample == null) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    good.setVisible(sample.good());
    good.setManaged(sample.good());
    bad.setVisible(!sample.good());
    bad.setManaged(!sample.good());
    if (!sample.good()) {
      getStyleClass().add("err");
    }
    number.setText(String.valueOf(sample.number()));
    var missed = sample.missed();
    var below = missed != null && twoLines.getAsBoolean();
    label.setText(missed == null || below ? sample.label() : sample.label() + " · " + missed);
    why.setText(below ? missed : "");
    why.setVisible(below);
    why.setManaged(below);
    tip.setText(sample.label() + size(sample) + (missed == null ? "" : "\n" + missed));
    setTooltip(tip);
    came.setText(came(sample));
    took.setText(Millis.of(sample.micros()));
    setGraphic(lines);
    setAccessibleText(
        sample.label()
            + ", number "
            + sample.number()
            + ", "
            + came(sample)
            + size(sample)
            + ", "
            + took.getText()
            + (missed == null ? "" : ", failed: " + missed));
  }

  private static String size(Sample sample) {
    var came = sample.came();
    return came.status() == 0 || came.bytes() < 0 ? "" : ", " + Texts.bytes(came.bytes());
  }

  private static String came(Sample sample) {
    var status = sample.came().status();
    return status == 0 ? "no response" : String.valueOf(status);
  }
}
