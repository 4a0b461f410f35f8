package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.core.model.ChainPicture.Reach;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a chain once. On the window's thread.
final class ChainPainter {
  private final GraphicsContext g;
  private final Scenery scenery;
  private final Function<Ink, Color> inks;
  private final Signs signs;
  private final double em;
  private final double left;
  private final double width;

  /// What there is to paint.
  ///
  /// @param glyphs what is in sight
  /// @param chosen where the keyboard is, or null
  record Scenery(
      ChainPicture picture,
      Viewport view,
      LaneRows rows,
      List<Glyph> glyphs,
      @Nullable Mark chosen,
      ZoneId zone,
      String flag) {}

  /// @param width of all of it
  ChainPainter(GraphicsContext g, Scenery scenery, Function<Ink, Color> inks, double width) {
    this.g = g;
    this.scenery = scenery;
    this.inks = inks;
    this.em = scenery.rows().em();
    this.left = scenery.rows().gutter();
    this.width = Math.max(1, width - left - Math.rint(0.4 * em));
    this.signs = new Signs(g, inks, em);
  }

  void paint(Font font) {
    g.setFont(Font.font(font.getFamily(), 0.86 * em));
    g.setTextBaseline(VPos.CENTER);
    ground();
    ticks();
    density();
    g.save();
    g.beginPath();
    g.rect(left - 0.7 * em, 0, width + 1.1 * em, scenery.rows().height());
    g.clip();
    unjudged();
    reaches();
    runs();
    chosen();
    signs();
    g.restore();
    broken();
  }

  private double x(double value) {
    return left + scenery.view().x(value, width);
  }

  private void ground() {
    var rows = scenery.rows();
    g.setTextAlign(TextAlignment.LEFT);
    for (var lane : rows.lanes()) {
      var middle = rows.top(lane) + rows.height(lane) / 2;
      g.setFill(inks.apply(Ink.SOFT));
      g.fillText(
          lane.word(),
          0,
          lane == Lane.ENTRIES ? rows.top(lane) + rows.height(lane) - 0.8 * em : middle);
      if (lane != Lane.ENTRIES && lane != Lane.ANCHORS) {
        g.setStroke(inks.apply(Ink.LINE));
        g.setLineWidth(1);
        line(left, Math.rint(middle) + 0.5, left + width, Math.rint(middle) + 0.5);
      }
    }
  }

  private void ticks() {
    var rows = scenery.rows();
    var bottom = Math.rint(rows.bottom()) + 0.5;
    g.setStroke(inks.apply(Ink.LINE));
    g.setLineWidth(1);
    line(left, bottom, left + width, bottom);
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(inks.apply(Ink.SOFT));
    var most = (int) Math.max(2, width / (5.2 * em));
    for (var tick : Ticks.of(scenery.view(), most, scenery.zone())) {
      var x = Math.rint(x(tick.at())) + 0.5;
      g.setGlobalAlpha(0.55);
      line(x, rows.top(), x, bottom);
      g.setGlobalAlpha(1);
      line(x, bottom, x, bottom + 0.35 * em);
      var half = width(tick.words()) / 2;
      var at = Math.clamp(x, left + half, Math.max(left + half, left + width - half));
      if (Math.abs(at - x) < half) {
        g.fillText(tick.words(), at, bottom + 1.05 * em);
      }
    }
  }

  private void density() {
    var rows = scenery.rows();
    var bottom = rows.top(Lane.ENTRIES) + rows.height(Lane.ENTRIES) - Math.rint(0.25 * em);
    var height = rows.height(Lane.ENTRIES) - Math.rint(0.6 * em);
    var view = scenery.view();
    g.setFill(inks.apply(Ink.DENSITY));
    if (view.axis() == Axis.ENTRIES) {
      // every column would be as high as the next
      var from = Math.max(left, x(0));
      var to = Math.min(left + width, x((double) scenery.picture().extent().entries()));
      g.setGlobalAlpha(0.55);
      g.fillRect(from, bottom - 0.5 * em, Math.max(0, to - from), 0.5 * em);
      g.setGlobalAlpha(1);
      return;
    }
    var bar = Math.max(2, Math.rint(0.2 * em));
    var step = bar + 1;
    var columns = (int) Math.floor(width / step);
    var shown =
        new Viewport(view.axis(), view.extent(), view.from(), view.value(columns * step, width));
    var counts = Density.columns(scenery.picture().density(view.axis()), shown, columns);
    var most = Arrays.stream(counts).max().orElse(0);
    signs.small("max " + String.format(Locale.ENGLISH, "%,d", Math.round(most)), bottom - height);
    g.setFill(inks.apply(Ink.DENSITY));
    for (var column = 0; column < columns; column++) {
      if (counts[column] > 0) {
        var high = Math.max(2, Math.rint(counts[column] / most * height));
        g.fillRect(left + column * step, bottom - high, bar, high);
      }
    }
  }

  private void reaches() {
    var rows = scenery.rows();
    var middle = rows.top(Lane.ANCHORS) + rows.height(Lane.ANCHORS) / 2;
    var high = Math.rint(0.95 * em);
    var axis = scenery.view().axis();
    for (var reach : scenery.picture().reaches()) {
      var from = x(reach.place().from(axis));
      var to = Math.max(from + 2, x(reach.place().to(axis) + (axis == Axis.ENTRIES ? 1 : 0)));
      if (to < left || from > left + width) {
        continue;
      }
      var start = Math.max(from, left);
      var end = Math.min(to, left + width);
      reach(reach, start, end, Math.rint(middle - high / 2), high);
    }
  }

  private void reach(Reach reach, double from, double to, double top, double high) {
    var ink = signs.ink(reach.level());
    if (reach.level() == Level.NONE) {
      g.setFill(hatch(inks.apply(ink)));
      g.fillRect(from, top, to - from, high);
      g.setStroke(inks.apply(ink));
      g.setLineWidth(1);
      g.strokeRect(from + 0.5, top + 0.5, Math.max(0, to - from - 1), high - 1);
      return;
    }
    g.setFill(inks.apply(ink));
    g.fillRect(from, top, to - from, high);
    var words = reach.level().words();
    var start = afterSigns(from);
    if (start + width(words) + 1.2 * em < nextSign(start, to)) {
      g.setTextAlign(TextAlignment.LEFT);
      g.setFill(inks.apply(Ink.ON_COLOUR));
      g.fillText(words, start + 0.6 * em, top + high / 2 - 0.5);
    }
  }

  /// Right of a sign that lies on the beginning of a range.
  private double afterSigns(double from) {
    return scenery.glyphs().stream()
        .filter(glyph -> glyph.lane() == Lane.ANCHORS)
        .map(glyph -> left + glyph.middle())
        .filter(x -> Math.abs(x - from) < em)
        .map(x -> x + 0.7 * em)
        .max(Double::compare)
        .orElse(from);
  }

  private double nextSign(double start, double to) {
    return scenery.glyphs().stream()
        .filter(glyph -> glyph.lane() == Lane.ANCHORS)
        .map(glyph -> left + glyph.middle() - 0.4 * em)
        .filter(x -> x > start)
        .min(Double::compare)
        .map(x -> Math.min(x, to))
        .orElse(to);
  }

  static LinearGradient hatch(Color colour) {
    var clear = Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0.12);
    return new LinearGradient(
        0,
        0,
        4,
        4,
        false,
        CycleMethod.REPEAT,
        new Stop(0, colour),
        new Stop(0.3, colour),
        new Stop(0.3, clear),
        new Stop(1, clear));
  }

  private void runs() {
    var rows = scenery.rows();
    for (var glyph : scenery.glyphs()) {
      if (glyph.lane() == Lane.RUNS) {
        var high = Math.rint(0.85 * em);
        var top = Math.rint(rows.top(Lane.RUNS) + (rows.height(Lane.RUNS) - high) / 2);
        signs.run(glyph.mark(), left + glyph.from(), left + glyph.to(), top, high);
      }
    }
  }

  private void signs() {
    var rows = scenery.rows();
    for (var glyph : scenery.glyphs()) {
      if (glyph.lane() != Lane.RUNS) {
        var middle = Math.rint(rows.top(glyph.lane()) + rows.height(glyph.lane()) / 2);
        signs.sign(glyph.mark(), Math.rint(left + glyph.middle()), middle);
      }
    }
  }

  private void chosen() {
    var chosen = scenery.chosen();
    if (chosen == null) {
      return;
    }
    var rows = scenery.rows();
    var axis = scenery.view().axis();
    var from = x(chosen.place().from(axis));
    var to = x(chosen.place().to(axis));
    var colour = inks.apply(Ink.CHOSEN);
    if (chosen.kind() == Kind.BROKEN) {
      g.setStroke(colour);
      g.setLineWidth(2);
      g.strokeRect(from - 0.5 * em, rows.top() + 1, em, rows.bottom() - rows.top() - 2);
      return;
    }
    var lane = Lane.of(chosen.kind());
    g.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0.16));
    g.fillRect(from - 0.9 * em, rows.top(), to - from + 1.8 * em, rows.bottom() - rows.top());
    g.setStroke(colour);
    g.setLineWidth(2);
    g.strokeRoundRect(
        from - 0.9 * em,
        rows.top(lane) + 0.15 * em,
        to - from + 1.8 * em,
        rows.height(lane) - 0.3 * em,
        0.6 * em,
        0.6 * em);
  }

  /// What comes after the first bad entry was not judged.
  private void unjudged() {
    var broken = scenery.picture().broken();
    if (broken != null) {
      var x = Math.max(left, x(broken.place().from(scenery.view().axis())));
      var colour = inks.apply(Ink.BROKEN);
      g.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0.08));
      var rows = scenery.rows();
      g.fillRect(x, rows.top(), Math.max(0, left + width - x), rows.bottom() - rows.top());
    }
  }

  private void broken() {
    var broken = scenery.picture().broken();
    if (broken == null) {
      return;
    }
    var x = Math.rint(x(broken.place().from(scenery.view().axis())));
    var rows = scenery.rows();
    var seen = x >= left - 1 && x <= left + width + 1;
    g.setFill(inks.apply(Ink.BROKEN));
    if (seen) {
      g.fillRect(x - 1, rows.top() - 2, 2.5, rows.bottom() - rows.top() + 2);
    }
    var words = seen ? scenery.flag() : x < left ? "◀ " + scenery.flag() : scenery.flag() + " ▶";
    var wide = width(words) + 1.2 * em;
    var most = Math.max(left, left + width - wide);
    var at = Math.clamp(x - (x > left + width / 2 ? wide - 1 : 1), left, most);
    g.fillRoundRect(at, 0, wide, 1.55 * em, 0.5 * em, 0.5 * em);
    g.setFill(inks.apply(Ink.ON_COLOUR));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(words, at + 0.6 * em, 0.78 * em);
  }

  private double width(String words) {
    var text = new Text(words);
    text.setFont(g.getFont());
    return text.getLayoutBounds().getWidth();
  }

  private void line(double fromX, double fromY, double toX, double toY) {
    g.strokeLine(fromX, fromY, toX, toY);
  }
}
