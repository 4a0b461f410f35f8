package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a checklist will send to which service, and which steps will wait for a quota. Shown before
/// anything is sent; takes no room where nothing will be.
final class TrafficPane extends VBox {
  TrafficPane() {
    getStyleClass().addAll("traffic", Style.STACK);
    setId("traffic");
    setShown(false);
  }

  void show(TrafficPlan plan) {
    var parts = new ArrayList<Node>();
    if (!plan.targets().isEmpty()) {
      parts.add(Texts.text(TrafficWords.whole(plan), Style.STRONG));
    }
    var alone = plan.targets().size() == 1;
    plan.targets().forEach(target -> parts.add(target(target, alone)));
    if (!plan.waits().isEmpty()) {
      parts.add(waits(plan.waits()));
    }
    TrafficWords.unknown(plan).ifPresent(words -> parts.add(caution(words)));
    getChildren().setAll(parts);
    setShown(!parts.isEmpty());
  }

  /// @param alone whether the sentence above has told its name and number
  private static Node target(TrafficPlan.Target target, boolean alone) {
    var heading = new FlowPane();
    heading.getStyleClass().add("facts");
    if (!alone) {
      heading
          .getChildren()
          .addAll(
              Texts.line(target.host().words(), Style.STRONG, Style.MONO),
              Texts.line(TrafficWords.atMost(target.requests()), Style.SECONDARY));
    }
    if (!target.host().isThisMachine()) {
      heading.getChildren().add(new Chip("not this machine", Tone.CAUTION));
    }
    var lines = new VBox();
    if (!heading.getChildren().isEmpty()) {
      lines.getChildren().add(heading);
    }
    TrafficWords.parts(target).forEach(line -> lines.getChildren().add(part(line)));
    lines.getStyleClass().add(Style.LINES);
    return lines;
  }

  private static Node part(TrafficWords.Line line) {
    var title = Texts.text(line.title());
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(title);
    if (!line.note().isEmpty()) {
      row.getChildren().add(fixed(Texts.line(line.note(), Style.SMALL)));
    }
    row.getChildren().add(fixed(Texts.line(line.requests(), "traffic-count")));
    row.getStyleClass().addAll(Style.ROW, "traffic-part");
    return row;
  }

  private static Node fixed(javafx.scene.control.Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Node waits(List<TrafficPlan.Wait> waits) {
    var lines = new VBox(Texts.line("Waits", "field-name"));
    TrafficWords.waits(waits).forEach(words -> lines.getChildren().add(clock(words)));
    lines.getStyleClass().add(Style.LINES);
    return lines;
  }

  private static Node clock(String words) {
    var text = Texts.text(words);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(Icons.of(Feather.CLOCK, Tone.INFO), text);
    row.getStyleClass().addAll(Style.ROW, "top");
    return row;
  }

  private static Node caution(String words) {
    var text = Texts.text(words);
    HBox.setHgrow(text, Priority.ALWAYS);
    var box = new HBox(Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION), text);
    box.getStyleClass().addAll("notice", "caution");
    return box;
  }

  private void setShown(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
