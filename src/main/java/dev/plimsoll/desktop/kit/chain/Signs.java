package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.core.model.ChainPicture.Mark;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The forms of things in the picture: each kind has a form of its own beside its colour.
final class Signs {
  private final GraphicsContext g;
  private final Function<Ink, Color> inks;
  private final double em;

  Signs(GraphicsContext g, Function<Ink, Color> inks, double em) {
    this.g = g;
    this.inks = inks;
    this.em = em;
  }

  /// A bar: full when sealed, light when given up, open at its right end when it has not ended.
  /// Several of one kind are a thin band, so that they are not taken for one long run.
  void run(Mark mark, double from, double to, double top, double high) {
    var wide = Math.max(3, to - from);
    g.setFill(inks.apply(ink(mark.kind())));
    if (mark.isCluster()) {
      var row = mark.kind() == Kind.RUN_OPEN ? 0 : mark.kind() == Kind.RUN_SEALED ? 1 : 2;
      g.fillRect(from, top + row * high / 3, wide, high / 3 - 1);
      return;
    }
    switch (mark.kind()) {
      case RUN_ABORTED -> {
        g.setStroke(inks.apply(Ink.RUN_ABORTED));
        g.setLineWidth(1.5);
        g.strokeRoundRect(
            from + 0.75, top + 0.75, Math.max(1.5, wide - 1.5), high - 1.5, 0.4 * em, 0.4 * em);
      }
      case RUN_OPEN -> {
        g.fillRoundRect(from, top, wide, high, 0.4 * em, 0.4 * em);
        var end = Math.max(from, to - 0.45 * em);
        g.fillPolygon(
            new double[] {end, to + 0.5 * em, end},
            new double[] {top - 0.15 * em, top + high / 2, top + high + 0.15 * em},
            3);
      }
      default -> g.fillRoundRect(from, top, wide, high, 0.4 * em, 0.4 * em);
    }
  }

  /// Several close together are a pill with their number.
  void sign(Mark mark, double x, double y) {
    var colour = inks.apply(ink(mark.kind()));
    if (mark.isCluster()) {
      pill(brief(mark.place().count()), colour, x, y);
      return;
    }
    var r = 0.42 * em;
    g.setFill(colour);
    switch (mark.kind()) {
      case SIGN_OFF ->
          g.fillPolygon(
              new double[] {x - r * 1.2, x, x + r * 1.2, x},
              new double[] {y, y - r * 1.2, y, y + r * 1.2},
              4);
      case RECORD -> g.fillRoundRect(x - r, y - r, 2 * r, 2 * r, 0.25 * em, 0.25 * em);
      case EVENT ->
          g.fillPolygon(
              new double[] {x - r * 1.1, x, x + r * 1.1},
              new double[] {y + r * 0.9, y - r * 1.1, y + r * 0.9},
              3);
      case CHECKPOINT -> ring(x, y, r, 0.16 * em, colour);
      case ANCHOR -> ring(x, y, 0.62 * em, 0.2 * em, colour);
      default -> g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }
  }

  private void ring(double x, double y, double r, double thick, Color colour) {
    g.setFill(inks.apply(Ink.GROUND));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(colour);
    g.setLineWidth(thick);
    g.strokeOval(x - r + thick / 2, y - r + thick / 2, 2 * r - thick, 2 * r - thick);
  }

  private void pill(String words, Color colour, double x, double y) {
    var wide = Math.max(1.2 * em, (0.55 + 0.48 * words.length()) * em);
    var high = 1.15 * em;
    g.setFill(colour);
    g.fillRoundRect(x - wide / 2, y - high / 2, wide, high, high, high);
    g.setStroke(inks.apply(Ink.GROUND));
    g.setLineWidth(1);
    g.strokeRoundRect(x - wide / 2 - 0.5, y - high / 2 - 0.5, wide + 1, high + 1, high, high);
    g.setFill(inks.apply(Ink.ON_COLOUR));
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(words, x, y);
  }

  /// A quiet line in the gutter, its top at `y`.
  void small(String words, double y) {
    var font = g.getFont();
    g.setFont(Font.font(font.getFamily(), 0.76 * em));
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(inks.apply(Ink.SOFT));
    g.fillText(words, 0, y + 0.45 * em);
    g.setFont(font);
  }

  /// `12`, `1.2k`
  private static String brief(long count) {
    return count < 1000
        ? String.valueOf(count)
        : count < 10_000
            ? String.format(java.util.Locale.ROOT, "%.1fk", Math.floor(count / 100.0) / 10)
            : count / 1000 + "k";
  }

  Ink ink(Kind kind) {
    return switch (kind) {
      case RUN_SEALED -> Ink.RUN_SEALED;
      case RUN_ABORTED -> Ink.RUN_ABORTED;
      case RUN_OPEN -> Ink.RUN_OPEN;
      case SIGN_OFF -> Ink.SIGN_OFF;
      case RECORD -> Ink.RECORD;
      case CHECKPOINT -> Ink.CHECKPOINT;
      case ANCHOR -> Ink.ANCHORED;
      case EVENT -> Ink.EVENT;
      case BROKEN -> Ink.BROKEN;
    };
  }

  Ink ink(Level level) {
    return switch (level) {
      case NONE -> Ink.UNANCHORED;
      case L0 -> Ink.LOCAL;
      case KEPT, L1 -> Ink.ANCHORED;
      case L2, L3, L4 -> Ink.WITNESSED;
    };
  }
}
