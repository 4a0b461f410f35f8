package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What goes on, while it goes on: the stages behind, here and ahead, how far, how fast, how long
/// still, and the way to stop it.
final class ProgressCard extends VBox {
  private final BackupViewModel model;
  private final Label title = Texts.text("", Style.CARD_TITLE);
  private final Label stopwatch = Texts.line("", Style.SECONDARY);
  private final VBox stages = new VBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label pace = Texts.text("", Style.SECONDARY);
  private final Label current = Texts.line("", Style.MONO, Style.SECONDARY);
  private List<Trail.Row> shown = List.of();

  ProgressCard(BackupViewModel model, Action stop) {
    this.model = model;
    getStyleClass().addAll(Style.CARD, "progress-card");
    setId("progress-card");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Progress");
    pace.setId("pace");
    current.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    current.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var head = new HBox(title, stopwatch);
    head.getStyleClass().add(Style.ROW);
    stages.getStyleClass().add("stages");
    var foot = new HBox(KeyHint.button(stop));
    foot.getStyleClass().add(Style.ROW);
    getChildren().addAll(head, stages, bar, pace, current, foot);
    model.actProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    if (!(model.actProperty().get() instanceof ActState.Running running)) {
      return;
    }
    title.setText(running.stopping() ? "Stopping …" : running.act().words());
    stopwatch.setText(running.pace().stopwatch());
    bar.setProgress(running.pace().share());
    pace.setText(running.pace().words());
    current.setText(Objects.requireNonNullElse(running.pace().progress().current(), ""));
    var rows = running.ride().trail().rows();
    if (!rows.equals(shown)) {
      shown = rows;
      stages.getChildren().setAll(rows.stream().map(ProgressCard::stage).toList());
    }
  }

  static Node stage(Trail.Row row) {
    var words =
        Texts.line(row.stage().words(), row.phase() == Trail.Phase.HERE ? Style.STRONG : "");
    var icon =
        switch (row.phase()) {
          case BEHIND -> Icons.of(Feather.CHECK, Tone.GOOD);
          case HERE -> Icons.of(Feather.LOADER, Tone.INFO);
          case AHEAD -> Icons.of(Feather.CIRCLE);
        };
    if (row.phase() == Trail.Phase.AHEAD) {
      words.getStyleClass().add(Style.SECONDARY);
    }
    var line = new HBox(icon, words);
    line.getStyleClass().addAll(Style.ROW, "stage");
    if (row.took() != null) {
      line.getChildren().add(Texts.line(Times.span(row.took()), Style.SMALL));
    }
    words.setAccessibleText(
        row.stage().words()
            + switch (row.phase()) {
              case BEHIND -> ", done";
              case HERE -> ", under way";
              case AHEAD -> ", to come";
            });
    return line;
  }
}
