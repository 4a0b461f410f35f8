package dev.plimsoll.desktop.screen.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Draws a [ProgressShape]: stretches are as long as they have steps.
final class ProgressStretches extends Region {
  private final List<HBox> stretches = new ArrayList<>();
  private ProgressShape shape = new ProgressShape(List.of());

  ProgressStretches() {
    getStyleClass().add("progress-stretches");
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
  }

  void show(ProgressShape now) {
    if (now.equals(shape)) {
      return;
    }
    shape = now;
    stretches.clear();
    for (var stretch : now.stretches()) {
      var box = new HBox();
      box.getStyleClass().add("stretch");
      Tooltip.install(box, new Tooltip(stretch.words()));
      for (var part : stretch.parts()) {
        var piece = new Region();
        piece.getStyleClass().addAll("part", part.tone().styleClass());
        piece.setMinWidth(0);
        box.getChildren().add(piece);
      }
      box.getChildren().getFirst().getStyleClass().add("first");
      box.getChildren().getLast().getStyleClass().add("last");
      stretches.add(box);
    }
    getChildren().setAll(stretches);
    setAccessibleText(
        now.stretches().stream()
            .map(ProgressShape.Stretch::words)
            .collect(Collectors.joining("; ")));
  }

  @Override
  protected void layoutChildren() {
    var parts = shape.stretches().stream().mapToInt(stretch -> stretch.parts().size()).sum();
    if (parts == 0) {
      return;
    }
    var gap = 4.0;
    var room = getWidth() - gap * (stretches.size() - 1);
    var done = 0;
    for (var i = 0; i < stretches.size(); i++) {
      var count = shape.stretches().get(i).parts().size();
      var from = Math.rint(room * done / parts);
      var to = Math.rint(room * (done + count) / parts);
      var box = stretches.get(i);
      box.resizeRelocate(from + gap * i, 0, to - from, getHeight());
      for (var piece : box.getChildren()) {
        ((Region) piece).setPrefWidth((to - from) / count);
      }
      done += count;
    }
  }
}
