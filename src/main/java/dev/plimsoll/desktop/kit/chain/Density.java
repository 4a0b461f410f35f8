package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture.Stretch;
import java.util.List;

/// How many entries fall into each column of the picture. Pure.
final class Density {
  private Density() {}

  /// A stretch that is wider than a column is spread evenly.
  ///
  /// @param columns how many, side by side over the whole width
  static double[] columns(List<Stretch> stretches, Viewport view, int columns) {
    var counts = new double[Math.max(0, columns)];
    for (var stretch : stretches) {
      var from = view.x(stretch.from(view.axis()), columns);
      var to = Math.max(view.x(stretch.to(view.axis()), columns), from + 1e-9);
      var first = (int) Math.max(0, Math.floor(from));
      var last = (int) Math.min(columns - 1, Math.floor(to));
      for (var column = first; column <= last; column++) {
        var share = (Math.min(to, column + 1) - Math.max(from, column)) / (to - from);
        counts[column] += stretch.count() * Math.max(0, share);
      }
    }
    return counts;
  }
}
