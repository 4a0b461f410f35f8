package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.core.model.ChainPicture.Extent;

/// The part of the chain that is in sight: an axis and a range on it. Immutable.
///
/// @param from in milliseconds since 1970, or in entries
/// @param to after `from`
record Viewport(Axis axis, Extent extent, double from, double to) {
  private static final double SHORTEST_TIME = 200;
  private static final double FEWEST_ENTRIES = 4;
  private static final double MARGIN = 0.015;

  /// Everything, with a little air at both ends.
  static Viewport all(Extent extent, Axis axis) {
    return new Viewport(axis, extent, least(extent, axis), most(extent, axis));
  }

  private static double least(Extent extent, Axis axis) {
    return extent.from(axis) - air(extent, axis);
  }

  private static double most(Extent extent, Axis axis) {
    return extent.to(axis) + air(extent, axis);
  }

  private static double air(Extent extent, Axis axis) {
    return Math.max(0.5, MARGIN * (extent.to(axis) - extent.from(axis)));
  }

  double length() {
    return to - from;
  }

  /// Where a value lies in a picture of this width.
  double x(double value, double width) {
    return (value - from) / length() * width;
  }

  double value(double x, double width) {
    return from + x / Math.max(1, width) * length();
  }

  boolean isAll() {
    return from <= least(extent, axis) && to >= most(extent, axis);
  }

  /// How many times larger than the whole.
  double magnification() {
    return (most(extent, axis) - least(extent, axis)) / length();
  }

  /// @param factor above 1 shows less and larger
  /// @param fixed the value that stays where it is
  Viewport zoomed(double factor, double fixed) {
    var whole = most(extent, axis) - least(extent, axis);
    var shortest = Math.min(whole, axis == Axis.TIME ? SHORTEST_TIME : FEWEST_ENTRIES);
    var next = Math.clamp(length() / factor, shortest, whole);
    var share = Math.clamp((fixed - from) / length(), 0, 1);
    return placed(fixed - share * next, next);
  }

  /// @param share of what is in sight, to the right
  Viewport moved(double share) {
    return placed(from + share * length(), length());
  }

  /// Moved so that a stretch is in sight, and not at its very edge.
  Viewport showing(double first, double last) {
    var edge = 0.06 * length();
    if (first >= from + edge && last <= to - edge) {
      return this;
    }
    return placed((first + last) / 2 - length() / 2, length());
  }

  private Viewport placed(double start, double length) {
    var least = least(extent, axis);
    var begin = Math.clamp(start, least, Math.max(least, most(extent, axis) - length));
    return new Viewport(axis, extent, begin, begin + length);
  }
}
