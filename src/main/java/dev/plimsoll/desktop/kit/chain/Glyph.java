package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mark where it is drawn, or several that would lie over one another there. A run is a bar, all
/// else a sign in the middle of its place.
///
/// @param from left end of its place
/// @param to right end
record Glyph(Lane lane, double from, double to, Mark mark) {
  private static final double SHORTEST_BAR = 3;

  /// What is in sight. Signs that would lie over one another become one with their number.
  ///
  /// @param width of the picture
  static List<Glyph> of(ChainPicture picture, Viewport view, double width, double em) {
    var bars = new ArrayList<Glyph>();
    var signs = new EnumMap<Lane, Deque<Glyph>>(Lane.class);
    for (var mark : picture.marks()) {
      var from = view.x(mark.place().from(view.axis()), width);
      var to = view.x(mark.place().to(view.axis()), width);
      if (to < -em || from > width + em) {
        continue;
      }
      var lane = Lane.of(mark.kind());
      if (lane == Lane.RUNS) {
        bars.add(new Glyph(lane, from, Math.max(to, from + SHORTEST_BAR), mark));
      } else {
        push(
            signs.computeIfAbsent(lane, _ -> new ArrayDeque<>()),
            new Glyph(lane, from, to, mark),
            em);
      }
    }
    signs.values().forEach(bars::addAll);
    return List.copyOf(bars);
  }

  private static void push(Deque<Glyph> row, Glyph next, double em) {
    var last = row.peekLast();
    if (last != null && next.middle() - last.middle() < (last.wide() + next.wide()) / 2 * em) {
      row.removeLast();
      var place = last.mark.place().with(next.mark.place());
      var both = new Mark(last.mark.kind(), place, last.mark.kind().counted(place.count()));
      var from = Math.min(last.from, next.from);
      push(row, new Glyph(last.lane, from, Math.max(last.to, next.to), both), em);
      return;
    }
    row.addLast(next);
  }

  double middle() {
    return (from + to) / 2;
  }

  /// How much room it takes, in em.
  private double wide() {
    var count = mark.place().count();
    return count == 1 ? 1.15 : count < 10 ? 1.5 : count < 100 ? 1.9 : count < 1000 ? 2.4 : 2.9;
  }

  /// Whether a person who points there means it.
  boolean holds(double x, double reach) {
    return lane == Lane.RUNS
        ? x >= from - reach / 2 && x <= to + reach / 2
        : Math.abs(x - middle()) <= Math.max(reach, wide() / 2 * reach);
  }

  /// The one that lies under a point of its row, the last drawn first.
  static @Nullable Glyph at(List<Glyph> glyphs, Lane lane, double x, double reach) {
    return glyphs.reversed().stream()
        .filter(glyph -> glyph.lane() == lane)
        .filter(glyph -> glyph.holds(x, reach))
        .min(Comparator.comparingDouble(glyph -> Math.abs(x - glyph.middle())))
        .orElse(null);
  }
}
