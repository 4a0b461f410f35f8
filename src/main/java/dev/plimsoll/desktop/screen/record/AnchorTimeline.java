package dev.plimsoll.desktop.screen.record;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Draws an [AnchorLine].
final class AnchorTimeline extends Region {
  private final AnchorLine line;
  private final Region track = new Region();
  private final Region release = new Region();
  private final List<Region> dots = new ArrayList<>();
  private final List<Label> words = new ArrayList<>();

  AnchorTimeline(AnchorLine line) {
    this.line = line;
    getStyleClass().add("anchor-timeline");
    track.getStyleClass().add("track");
    release.getStyleClass().add("release");
    getChildren().addAll(track, release);
    for (var mark : line.marks()) {
      var dot = new Region();
      dot.getStyleClass().addAll("anchor", mark.above() ? "small" : "large");
      dots.add(dot);
      var label = new Label(mark.words());
      words.add(label);
    }
    getChildren().addAll(dots);
    getChildren().addAll(words);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(
        "The log has "
            + line.size()
            + " entries; this release's are "
            + line.from()
            + " to "
            + line.to()
            + ".");
  }

  private double x(long entry) {
    return line.size() <= 0 ? getWidth() : Math.rint(getWidth() * entry / line.size());
  }

  @Override
  protected void layoutChildren() {
    var middle = Math.rint(getHeight() / 2);
    track.resizeRelocate(0, middle - 3, getWidth(), 6);
    release.resizeRelocate(
        x(line.from()), middle - 3, Math.max(6, x(line.to()) - x(line.from())), 6);
    var left = new double[2];
    for (var i = 0; i < dots.size(); i++) {
      var mark = line.marks().get(i);
      var size = mark.above() ? 10 : 16;
      var x = x(mark.at());
      dots.get(i)
          .resizeRelocate(
              Math.clamp(x - size / 2.0, 0, Math.max(0, getWidth() - size)),
              middle - size / 2.0,
              size,
              size);
      var label = words.get(i);
      var width = label.prefWidth(-1);
      var row = mark.above() ? 0 : 1;
      // words never lie over each other: the later ones move to the right
      var at = Math.max(left[row], Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width)));
      left[row] = at + width + 12;
      label.resizeRelocate(
          at,
          mark.above() ? middle - 12 - label.prefHeight(-1) : middle + 12,
          width,
          label.prefHeight(-1));
    }
  }
}
