package dev.plimsoll.desktop.kit.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rows of the picture lie. Pure.
///
/// @param em height of the text
/// @param flagged whether there is room for a flag above them
record LaneRows(double em, List<Lane> lanes, boolean flagged) {
  private static final double FLAG = 1.9;
  private static final double AXIS = 2.0;
  private static final double GUTTER = 6.6;

  LaneRows {
    lanes = List.copyOf(lanes);
  }

  /// Where the rows' names stand; the picture begins at its right.
  double gutter() {
    return Math.rint(GUTTER * em);
  }

  double top() {
    return flagged ? Math.rint(FLAG * em) : 0;
  }

  double top(Lane lane) {
    var y = top();
    for (var above : lanes) {
      if (above == lane) {
        return y;
      }
      y += height(above);
    }
    return y;
  }

  double height(Lane lane) {
    return Math.rint(lane.height() * em);
  }

  /// The line on which the axis lies.
  double bottom() {
    return top() + lanes.stream().mapToDouble(this::height).sum();
  }

  double height() {
    return bottom() + Math.rint(AXIS * em);
  }

  @Nullable Lane at(double y) {
    return lanes.stream()
        .filter(lane -> y >= top(lane) && y < top(lane) + height(lane))
        .findFirst()
        .orElse(null);
  }
}
