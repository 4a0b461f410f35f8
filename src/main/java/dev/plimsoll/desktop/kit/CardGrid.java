package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Blocks side by side, all of one width; as many columns as fit, every row as high as its highest
/// block. The smallest width of a block is in multiples of the font size.
public final class CardGrid extends Pane {
  private static final double GAP = 14;

  private final double smallest;
  private boolean balanced;
  // stands for the font in force, which a pane has none of
  private final Text measure = new Text();

  /// @param smallest width of a block in em
  public CardGrid(double smallest, List<? extends Node> blocks) {
    this.smallest = smallest;
    getStyleClass().add("card-grid");
    measure.setVisible(false);
    measure.setManaged(false);
    show(blocks);
  }

  /// Rather fewer columns than a last row with less than its share: four blocks stand in fours,
  /// twos or one below the other.
  public CardGrid balanced() {
    balanced = true;
    return this;
  }

  public void show(List<? extends Node> blocks) {
    getChildren().setAll(blocks);
    getChildren().add(measure);
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
  protected double computePrefWidth(double height) {
    return 3 * smallest * measure.getFont().getSize();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width < 0 ? getWidth() : width, false);
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth(), true);
  }

  private double arrange(double width, boolean place) {
    var blocks = getManagedChildren();
    if (blocks.isEmpty() || width <= 0) {
      return 0;
    }
    var fitting = (int) ((width + GAP) / (smallest * measure.getFont().getSize() + GAP));
    var most = Math.clamp(fitting, 1, blocks.size());
    var columns = balanced ? Math.ceilDiv(blocks.size(), Math.ceilDiv(blocks.size(), most)) : most;
    var each = Math.floor((width - (columns - 1) * GAP) / columns);
    var y = 0.0;
    for (var first = 0; first < blocks.size(); first += columns) {
      var row = blocks.subList(first, Math.min(first + columns, blocks.size()));
      var height =
          Math.ceil(row.stream().mapToDouble(block -> block.prefHeight(each)).max().orElse(0));
      if (place) {
        for (var i = 0; i < row.size(); i++) {
          row.get(i).resizeRelocate(i * (each + GAP), y, each, height);
        }
      }
      y += height + GAP;
    }
    return y - GAP;
  }
}
