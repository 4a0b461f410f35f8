package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.core.model.ChainPicture.Reach;
import dev.plimsoll.core.model.ChainPicture.Stretch;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/// One form of the picture with its word.
final class LegendItem extends Inks {
  private final Canvas canvas = new Canvas();
  private final Text measure = new Text();
  private final Form form;

  private sealed interface Form {
    record OfKind(Kind kind) implements Form {}

    record OfLevel(Level level) implements Form {}
  }

  private LegendItem(Form form) {
    this.form = form;
    getStyleClass().add("chain-canvas");
    measure.setVisible(false);
    measure.setManaged(false);
    canvas.setManaged(false);
    getChildren().addAll(measure, canvas);
    measure.fontProperty().addListener((_, _, _) -> requestLayout());
  }

  static List<Node> of(ChainPicture picture) {
    var items = new ArrayList<Node>();
    for (var kind : Kind.values()) {
      var broken = kind == Kind.BROKEN && picture.broken() != null;
      if (broken || picture.marks().stream().anyMatch(mark -> mark.kind() == kind)) {
        items.add(item(new Form.OfKind(kind), kind.word()));
      }
    }
    picture.reaches().stream()
        .map(Reach::level)
        .distinct()
        .forEach(level -> items.add(item(new Form.OfLevel(level), level.words())));
    return items;
  }

  private static Node item(Form form, String word) {
    var row = new HBox(new LegendItem(form), Texts.line(word, Style.SMALL));
    row.getStyleClass().add("chain-legend-item");
    return row;
  }

  private double em() {
    return measure.getFont().getSize();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(1.5 * em());
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(1.3 * em());
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected void layoutChildren() {
    var em = em();
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    var signs = new Signs(g, this::ink, em);
    var middle = getHeight() / 2;
    switch (form) {
      case Form.OfKind(Kind kind) when kind.isRun() ->
          signs.run(
              new Mark(kind, Stretch.at(0, 0), ""),
              1,
              getWidth() - 0.5 * em,
              middle - 0.4 * em,
              0.8 * em);
      case Form.OfKind(Kind kind) when kind == Kind.BROKEN -> {
        g.setFill(ink(Ink.BROKEN));
        g.fillRect(getWidth() / 2 - 1, 0, 2.5, getHeight());
      }
      case Form.OfKind(Kind kind) ->
          signs.sign(new Mark(kind, Stretch.at(0, 0), ""), Math.rint(getWidth() / 2), middle);
      case Form.OfLevel(Level level) -> {
        var colour = ink(signs.ink(level));
        g.setFill(level == Level.NONE ? ChainPainter.hatch(colour) : colour);
        g.fillRect(0, middle - 0.4 * em, getWidth(), 0.8 * em);
      }
    }
  }
}
