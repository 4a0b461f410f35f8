package dev.plimsoll.desktop.kit.chart;

import java.util.List;

/// Where the columns of a sparkline stand. Pure; the picture's size is its only unit.
///
/// @param all from left to right
record Columns(List<Column> all) {
  private static final int FEWEST = 60;

  /// How many more columns there are room for when it is full, so that it does not shift with each.
  private static final int GROWS = 20;

  /// How often the p95 the picture is high: a single slow one does not flatten all others.
  private static final double TALLEST = 3;

  Columns {
    all = List.copyOf(all);
  }

  /// @param x the middle
  /// @param width of its stroke
  /// @param low from the bottom, the fastest of it
  /// @param high from the bottom, the slowest of it; at most the picture's height
  record Column(double x, double width, double low, double high, boolean failed) {}

  /// @param tops how much room is kept above the columns, for the marks of failures
  static Columns of(List<Sparkline.Bar> bars, double width, double height, double tops) {
    var slots = FEWEST;
    if (slots < bars.size()) {
      slots = Math.ceilDiv(bars.size(), GROWS) * GROWS;
    }
    var step = width / slots;
    var tallest = tallest(bars);
    var room = Math.max(1, height - tops);
    var columns = new java.util.ArrayList<Column>(bars.size());
    for (var i = 0; i < bars.size(); i++) {
      var bar = bars.get(i);
      columns.add(
          new Column(
              (i + 0.5) * step,
              Math.max(1, Math.min(step * 0.7, 6)),
              Math.max(1, Math.min(1, bar.low() / tallest) * room),
              Math.max(1, Math.min(1, bar.high() / tallest) * room),
              bar.failed() > 0));
    }
    return new Columns(columns);
  }

  private static double tallest(List<Sparkline.Bar> bars) {
    var sorted = bars.stream().mapToLong(Sparkline.Bar::high).sorted().toArray();
    if (sorted.length == 0) {
      return 1;
    }
    var usual = sorted[Math.max(0, Math.ceilDiv(sorted.length * 95, 100) - 1)];
    return Math.max(1, Math.min((double) sorted[sorted.length - 1], usual * TALLEST));
  }
}
