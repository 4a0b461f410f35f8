package dev.plimsoll.desktop.kit.chart;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/// Times in the order in which they were measured: a column for each, or for a few neighbours, from
/// the fastest to the slowest. A column in which something failed has another colour and a cross
/// above it. The height is in multiples of the text; the width is what there is.
public final class Sparkline extends Region {
  private static final double HEIGHT = 4;
  private static final double CROSS = 0.2;

  /// @param low the fastest, microseconds
  /// @param high the slowest, microseconds
  /// @param failed how many in it failed
  public record Bar(long low, long high, long failed) {}

  private final Text measure = new Text();
  private final Path below = path("spark-below");
  private final Path good = path("spark-good");
  private final Path bad = path("spark-bad");
  private final Path crosses = path("spark-cross");
  private List<Bar> bars = List.of();

  public Sparkline() {
    getStyleClass().add("sparkline");
    getStylesheets()
        .add(
            Objects.requireNonNull(Sparkline.class.getResource("/css/chart.css"), "chart.css")
                .toExternalForm());
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    measure.setVisible(false);
    measure.setManaged(false);
    getChildren().addAll(measure, below, good, bad, crosses);
    measure.fontProperty().addListener((_, _, _) -> requestLayout());
  }

  private static Path path(String styleClass) {
    var path = new Path();
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.getStyleClass().add(styleClass);
    return path;
  }

  /// @param now at most some hundreds
  /// @param words what the picture says, for whoever cannot see it
  public void show(List<Bar> now, String words) {
    setAccessibleText(words);
    if (!now.equals(bars)) {
      bars = List.copyOf(now);
      requestLayout();
    }
  }

  private double em() {
    return measure.getFont().getSize();
  }

  @Override
  protected void layoutChildren() {
    var left = snappedLeftInset();
    var width = getWidth() - left - snappedRightInset();
    var bottom = getHeight() - snappedBottomInset();
    var height = bottom - snappedTopInset();
    for (var each : List.of(below, good, bad, crosses)) {
      each.getElements().clear();
    }
    if (width <= 0 || height <= 0) {
      return;
    }
    var cross = CROSS * em();
    for (var column : Columns.of(bars, width, height, 3 * cross).all()) {
      var x = left + column.x();
      var top = bottom - column.high();
      if (column.failed()) {
        line(bad, x, bottom, x, top);
        line(crosses, x - cross, top - 2.6 * cross, x + cross, top - 0.6 * cross);
        line(crosses, x - cross, top - 0.6 * cross, x + cross, top - 2.6 * cross);
      } else {
        line(below, x, bottom, x, bottom - column.low());
        line(good, x, bottom - column.low(), x, top);
      }
      for (var each : List.of(below, good, bad)) {
        each.setStrokeWidth(column.width());
      }
    }
  }

  private static void line(Path path, double x, double y, double toX, double toY) {
    path.getElements().addAll(new MoveTo(x, y), new LineTo(toX, toY));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(HEIGHT * em() + snappedTopInset() + snappedBottomInset());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 20 * em();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 4 * em();
  }
}
