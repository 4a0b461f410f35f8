package dev.plimsoll.desktop.kit.chart;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/// Times over releases, oldest at the left: a dot at the median, a line from there to the 95th
/// percentile. Where the step failed a cross of another colour stands instead of the dot. Figures
/// stand elsewhere, in words and as a table.
public final class ReleaseChart extends Region {
  private static final double HEIGHT = 7;
  private static final double DOT = 0.32;
  private static final int MOST_LABELS = 8;

  /// @param label the release
  /// @param median microseconds
  /// @param p95 microseconds
  public record Point(String label, long median, long p95, boolean passed) {}

  private final Text measure = new Text();
  private final Path lines = path("release-line");
  private final Path dots = path("release-dot");
  private final Path crosses = path("spark-cross");
  private List<Point> points = List.of();
  private List<Label> labels = List.of();

  public ReleaseChart() {
    getStyleClass().add("release-chart");
    getStylesheets()
        .add(
            Objects.requireNonNull(ReleaseChart.class.getResource("/css/chart.css"), "chart.css")
                .toExternalForm());
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    measure.setVisible(false);
    measure.setManaged(false);
    measure.fontProperty().addListener((_, _, _) -> requestLayout());
    getChildren().addAll(measure, lines, dots, crosses);
  }

  private static Path path(String styleClass) {
    var path = new Path();
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.getStyleClass().add(styleClass);
    return path;
  }

  /// @param now oldest first; at most some dozens
  /// @param words what the picture says, for whoever cannot see it
  public void show(List<Point> now, String words) {
    setAccessibleText(words);
    if (now.equals(points)) {
      return;
    }
    points = List.copyOf(now);
    getChildren().removeAll(labels);
    labels = points.stream().map(ReleaseChart::label).toList();
    getChildren().addAll(labels);
    requestLayout();
  }

  private static Label label(Point point) {
    var label = new Label(point.label());
    label.getStyleClass().addAll("small", "release-label");
    label.setManaged(false);
    return label;
  }

  private double em() {
    return measure.getFont().getSize();
  }

  @Override
  protected void layoutChildren() {
    lines.getElements().clear();
    dots.getElements().clear();
    crosses.getElements().clear();
    if (points.isEmpty()) {
      return;
    }
    var foot = Math.ceil(1.6 * em());
    var dot = DOT * em();
    var top = snappedTopInset() + 2 * dot;
    var bottom = getHeight() - foot - 2 * dot;
    var step = getWidth() / points.size();
    var highest = Math.max(1, points.stream().mapToLong(Point::p95).max().orElse(1));
    lines.setStrokeWidth(Math.max(2, 0.5 * dot));
    for (var i = 0; i < points.size(); i++) {
      var point = points.get(i);
      var x = Math.rint((i + 0.5) * step);
      var median = y(point.median(), highest, top, bottom);
      lines
          .getElements()
          .addAll(
              new MoveTo(x, median),
              new LineTo(x, y(point.p95(), highest, top, bottom)),
              new MoveTo(x - dot, y(point.p95(), highest, top, bottom)),
              new LineTo(x + dot, y(point.p95(), highest, top, bottom)));
      if (point.passed()) {
        circle(x, median, dot);
      } else {
        cross(x, median, dot);
      }
      place(labels.get(i), i, x, step, getHeight() - foot);
    }
  }

  private static double y(long value, long highest, double top, double bottom) {
    return Math.rint(bottom - (bottom - top) * value / highest);
  }

  private void circle(double x, double y, double radius) {
    dots.getElements()
        .addAll(
            new MoveTo(x - radius, y),
            new ArcTo(radius, radius, 0, x + radius, y, false, true),
            new ArcTo(radius, radius, 0, x - radius, y, false, true),
            new ClosePath());
  }

  private void cross(double x, double y, double reach) {
    crosses
        .getElements()
        .addAll(
            new MoveTo(x - reach, y - reach),
            new LineTo(x + reach, y + reach),
            new MoveTo(x - reach, y + reach),
            new LineTo(x + reach, y - reach));
  }

  /// Where there are many releases only the first and the last are named.
  private void place(Label label, int at, double x, double step, double y) {
    var last = points.size() - 1;
    label.setVisible(points.size() <= MOST_LABELS || at == 0 || at == last);
    var room = points.size() <= MOST_LABELS ? step : getWidth() / 2;
    var width = Math.min(room, Math.ceil(label.prefWidth(-1)));
    var left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    label.resizeRelocate(Math.rint(left), y, width, Math.ceil(label.prefHeight(-1)));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(HEIGHT * em());
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
