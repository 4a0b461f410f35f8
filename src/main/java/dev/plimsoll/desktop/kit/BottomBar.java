package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The bar that is always in sight: at the left what holds now, at the right what can be done. The
/// last action is the main one. Where both do not fit, the keys of the actions are left out first;
/// then texts end in an ellipsis, and at last the actions move below.
public final class BottomBar extends Region {
  private static final double GAP = 12;

  /// In less than this a line of words is a letter and dots: better none.
  private static final double LEGIBLE = 96;

  private final HBox left = new HBox();
  private final FlowPane right = new FlowPane();

  public BottomBar() {
    getStyleClass().add(Style.BOTTOM_BAR);
    left.getStyleClass().add(Style.ROW);
    left.setAlignment(Pos.CENTER_LEFT);
    right.getStyleClass().add("offers");
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setPrefWrapLength(10_000);
    getChildren().addAll(left, right);
  }

  public void says(Node... nodes) {
    left.getChildren().setAll(List.of(nodes));
  }

  public void offers(Node... buttons) {
    right.getChildren().setAll(List.of(buttons));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    var all = width > 0 ? width : getWidth() > 0 ? getWidth() : 10_000;
    var inside = all - snappedLeftInset() - snappedRightInset();
    var content =
        fits(inside)
            ? Math.max(left.prefHeight(-1), highest())
            : left.prefHeight(-1) + GAP + right.prefHeight(inside);
    return Math.ceil(snappedTopInset() + content + snappedBottomInset());
  }

  private boolean fits(double inside) {
    return left.minWidth(-1) + GAP + offersWidth(false) <= inside;
  }

  private double highest() {
    return right.getChildren().stream().mapToDouble(each -> each.prefHeight(-1)).max().orElse(0);
  }

  /// Words say more than the key of a button, which is told in other places too.
  private boolean hasRoomForKeys(double inside) {
    return !fits(inside) || left.prefWidth(-1) + GAP + offersWidth(true) <= inside;
  }

  /// The buttons in one line. The pane itself answers with its wrap length, which says nothing.
  ///
  /// @param keys with the keys that they show
  private double offersWidth(boolean keys) {
    var gaps = right.getHgap() * Math.max(0, right.getChildren().size() - 1);
    // as the pane will measure them: rounding the sum instead of each would make it wrap
    var buttons =
        right.getChildren().stream()
            .mapToDouble(button -> right.snapSizeX(width(button, keys)))
            .sum();
    return Math.ceil(right.getInsets().getLeft() + right.getInsets().getRight() + gaps + buttons);
  }

  private static double width(Node button, boolean keys) {
    var now = button.prefWidth(-1);
    if (KeyHint.isKeyShown(button) == keys) {
      return now;
    }
    return keys ? now + KeyHint.keyWidth(button) : now - KeyHint.keyWidth(button);
  }

  @Override
  protected void layoutChildren() {
    var x = snappedLeftInset();
    var y = snappedTopInset();
    var width = getWidth() - x - snappedRightInset();
    var height = getHeight() - y - snappedBottomInset();
    var keys = hasRoomForKeys(width);
    right.getChildren().forEach(button -> KeyHint.showKey(button, keys));
    if (fits(width)) {
      var offers = offersWidth(keys);
      layoutInArea(right, x + width - offers, y, offers, height, 0, HPos.RIGHT, VPos.CENTER);
      var room = width - offers - GAP;
      left.setVisible(room >= Math.min(left.prefWidth(-1), LEGIBLE));
      layoutInArea(left, x, y, room, height, 0, HPos.LEFT, VPos.CENTER);
      return;
    }
    left.setVisible(true);
    var top = Math.ceil(left.prefHeight(-1));
    layoutInArea(left, x, y, width, top, 0, HPos.LEFT, VPos.CENTER);
    layoutInArea(right, x, y + top + GAP, width, height - top - GAP, 0, HPos.RIGHT, VPos.CENTER);
  }
}
