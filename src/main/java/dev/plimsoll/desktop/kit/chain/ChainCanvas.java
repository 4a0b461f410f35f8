package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.desktop.kit.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The painted part, with its mouse and its keys. Grows with the text.
final class ChainCanvas extends Inks {
  private static final double STEP = 1.6;

  private final Canvas canvas = new Canvas();
  private final Text measure = new Text();
  private final Times times;
  private final Consumer<String> tells;
  private ChainPicture picture;
  private Viewport view;
  private List<Mark> stops = List.of();
  private List<Glyph> glyphs = List.of();
  private @Nullable Mark chosen;
  private double pressed = Double.NaN;
  private boolean dragged;

  /// @param tells gets what is under the pointer or the keyboard, in words
  ChainCanvas(Times times, ChainPicture picture, Consumer<String> tells) {
    this.times = times;
    this.tells = tells;
    this.picture = picture;
    this.view = whole(picture);
    getStyleClass().add("chain-canvas");
    measure.setVisible(false);
    measure.setManaged(false);
    canvas.setManaged(false);
    getChildren().addAll(measure, canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(
        "Left and right go from mark to mark, plus and minus zoom, 0 shows all, shift with left and"
            + " right moves.");
    measure.fontProperty().addListener((_, _, _) -> requestLayout());
    focusedProperty().addListener((_, _, _) -> requestLayout());
    setOnScroll(this::scrolled);
    setOnZoom(event -> zoom(event.getZoomFactor(), valueAt(event.getX())));
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseMoved(event -> tells.accept(under(event.getX(), event.getY())));
    setOnMouseExited(_ -> tellChosen());
    setOnKeyPressed(this::key);
  }

  private static Viewport whole(ChainPicture picture) {
    return Viewport.all(picture.extent(), picture.isTimed() ? Axis.TIME : Axis.ENTRIES);
  }

  void show(ChainPicture now) {
    picture = now;
    view = whole(now);
    var all = new ArrayList<>(now.marks());
    if (now.broken() != null) {
      all.add(now.broken());
    }
    all.sort(
        Comparator.<Mark>comparingLong(mark -> mark.place().firstEntry())
            .thenComparing(Mark::kind));
    stops = List.copyOf(all);
    choose(now.broken());
  }

  Viewport view() {
    return view;
  }

  @Nullable Mark chosen() {
    return chosen;
  }

  void along(Axis axis) {
    if (axis != view.axis()) {
      look(Viewport.all(picture.extent(), axis));
    }
  }

  void all() {
    look(Viewport.all(picture.extent(), view.axis()));
  }

  void zoomIn() {
    zoom(STEP, middle());
  }

  void zoomOut() {
    zoom(1 / STEP, middle());
  }

  /// To the next mark, or the one before.
  void walk(int step) {
    if (!stops.isEmpty()) {
      var at = chosen == null ? (step > 0 ? -1 : stops.size()) : stops.indexOf(chosen);
      go(Math.clamp(at + step, 0, stops.size() - 1));
    }
  }

  private void go(int stop) {
    if (!stops.isEmpty()) {
      choose(stops.get(stop));
    }
  }

  private void choose(@Nullable Mark mark) {
    chosen = mark;
    if (mark != null) {
      view = view.showing(mark.place().from(view.axis()), mark.place().to(view.axis()));
    }
    tellChosen();
    requestLayout();
  }

  private void tellChosen() {
    var words = words();
    var mark = chosen;
    var text =
        mark == null
            ? words.summary()
            : (stops.indexOf(mark) + 1) + " of " + stops.size() + " · " + words.of(mark);
    tells.accept(text);
    setAccessibleText(
        mark == null ? words.spoken() : ChainWords.kind(mark.kind()) + ": " + words.of(mark));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private ChainWords words() {
    return new ChainWords(picture, times);
  }

  private void look(Viewport at) {
    view = at;
    requestLayout();
  }

  private void zoom(double factor, double fixed) {
    look(view.zoomed(factor, fixed));
  }

  /// What stays in its place when the keyboard zooms: where the person is.
  private double middle() {
    var mark = chosen;
    var centre = (view.from() + view.to()) / 2;
    if (mark == null) {
      return centre;
    }
    var at = (mark.place().from(view.axis()) + mark.place().to(view.axis())) / 2.0;
    return at >= view.from() && at <= view.to() ? at : centre;
  }

  private double inside() {
    return Math.max(1, getWidth() - rows().gutter() - Math.rint(0.4 * em()));
  }

  private double valueAt(double x) {
    return view.value(x - rows().gutter(), inside());
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      zoom(event.getDeltaY() > 0 ? 1.25 : 1 / 1.25, valueAt(event.getX()));
      event.consume();
    } else if (event.getDeltaX() != 0 && !view.isAll()) {
      look(view.moved(-event.getDeltaX() / inside()));
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressed = event.getX();
    dragged = false;
  }

  private void dragged(MouseEvent event) {
    if (dragged || Math.abs(event.getX() - pressed) > 4) {
      dragged = true;
      look(view.moved((pressed - event.getX()) / inside()));
      pressed = event.getX();
    }
  }

  private void released(MouseEvent event) {
    if (dragged) {
      return;
    }
    var glyph = glyph(event.getX(), event.getY());
    if (glyph != null && stops.contains(glyph.mark())) {
      choose(glyph.mark());
    } else if (glyph != null) {
      // several in one: closer, until they come apart
      zoom(4, valueAt(event.getX()));
      tells.accept(words().of(glyph.mark()));
    } else {
      choose(null);
      tells.accept(under(event.getX(), event.getY()));
    }
  }

  private @Nullable Glyph glyph(double x, double y) {
    var lane = rows().at(y);
    return lane == null ? null : Glyph.at(glyphs, lane, x - rows().gutter(), 0.7 * em());
  }

  /// What lies under a point, in words; the whole chain where nothing does.
  String under(double x, double y) {
    var words = words();
    var broken = picture.broken();
    var value = valueAt(x);
    var near = 0.7 * em() / inside() * view.length();
    if (broken != null && Math.abs(value - broken.place().from(view.axis())) < near) {
      return words.of(broken);
    }
    var glyph = glyph(x, y);
    if (glyph != null) {
      return words.of(glyph.mark());
    }
    var lane = rows().at(y);
    if (lane == Lane.ANCHORS) {
      return picture.reaches().stream()
          .filter(reach ->
              value >= reach.place().from(view.axis())
                  && value <= reach.place().to(view.axis()) + 1)
          .findFirst()
          .map(words::of)
          .orElseGet(words::summary);
    }
    if (lane == Lane.ENTRIES && view.axis() == Axis.TIME) {
      return picture.density(Axis.TIME).stream()
          .filter(
              stretch -> value >= stretch.firstTime() - near && value <= stretch.lastTime() + near)
          .reduce(ChainPicture.Stretch::with)
          .map(words::density)
          .orElseGet(words::summary);
    }
    return words.summary();
  }

  private void key(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> arrow(event.isShiftDown(), -1);
      case RIGHT -> arrow(event.isShiftDown(), 1);
      case PAGE_UP -> look(view.moved(-0.8));
      case PAGE_DOWN -> look(view.moved(0.8));
      case HOME -> go(0);
      case END -> go(stops.size() - 1);
      case PLUS, ADD, EQUALS -> zoomIn();
      case MINUS, SUBTRACT -> zoomOut();
      case DIGIT0, NUMPAD0 -> all();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void arrow(boolean moves, int step) {
    if (moves) {
      look(view.moved(0.15 * step));
    } else {
      walk(step);
    }
  }

  private double em() {
    return measure.getFont().getSize();
  }

  private LaneRows rows() {
    return new LaneRows(em(), Lane.of(picture), picture.broken() != null);
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows().height() + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 20 * em();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 50 * em();
  }

  @Override
  protected void layoutChildren() {
    var rows = rows();
    var width = Math.floor(getWidth());
    canvas.setWidth(width);
    canvas.setHeight(rows.height());
    canvas.relocate(0, snappedTopInset());
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, rows.height());
    glyphs = Glyph.of(picture, view, inside(), em());
    var broken = picture.broken();
    var scenery =
        new ChainPainter.Scenery(
            picture,
            view,
            rows,
            glyphs,
            isFocused() ? chosen : null,
            times.zone(),
            broken == null ? "" : words().flag(broken));
    new ChainPainter(g, scenery, this::ink, width).paint(measure.getFont());
  }
}
