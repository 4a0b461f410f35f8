package dev.plimsoll.desktop.screen.checklist;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Steps, the step, and the record so far, side by side where there is room. With less room the
/// record becomes a tab, with still less every column is one, and nothing is cut off. Widths are in
/// multiples of the font size, so that larger text folds earlier.
final class Columns extends Region {
  private static final double THREE_FROM = 66;
  private static final double TWO_FROM = 46;
  private static final double STEPS = 25;
  private static final double STEPS_NARROW = 21;
  private static final double STRIP = 19;

  private final List<Node> columns;
  private final List<ToggleButton> tabs;
  private final HBox tabBar = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private int shown = 3;

  Columns(Node steps, Node step, Node strip) {
    this.columns = List.of(steps, step, strip);
    this.tabs =
        List.of(
            new ToggleButton("Steps"),
            new ToggleButton("This step"),
            new ToggleButton("Record so far"));
    getStyleClass().add("columns");
    tabBar.getStyleClass().add("strip-tabs");
    tabs.get(0).getStyleClass().add("left-pill");
    tabs.get(1).getStyleClass().add("center-pill");
    tabs.get(2).getStyleClass().add("right-pill");
    group.getToggles().addAll(tabs);
    group.selectToggle(tabs.get(1));
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
          requestLayout();
        });
    tabBar.getChildren().addAll(tabs);
    getChildren().addAll(columns);
    getChildren().add(tabBar);
  }

  /// Brings the column of the step to the front, where columns are tabs.
  void showStep() {
    tabs.get(1).setSelected(true);
  }

  void showSteps() {
    if (shown == 1) {
      tabs.get(0).setSelected(true);
    }
  }

  double em() {
    return tabs.getFirst().getFont().getSize();
  }

  /// @param em the font size
  static int sideBySide(double width, double em) {
    return width >= THREE_FROM * em ? 3 : width >= TWO_FROM * em ? 2 : 1;
  }

  /// How many columns stand side by side: 3, 2 or 1.
  int shown() {
    return shown;
  }

  @Override
  protected void layoutChildren() {
    var em = em();
    var width = getWidth();
    shown = sideBySide(width, em);
    var top = shown == 3 ? 0 : Math.ceil(tabBar.prefHeight(width));
    tabBar.setVisible(shown < 3);
    fitTabs();
    layoutInArea(tabBar, 0, 0, width, top, 0, HPos.LEFT, VPos.TOP);
    var height = getHeight() - top;
    switch (shown) {
      case 3 -> {
        var steps = Math.rint(STEPS * em);
        var strip = Math.rint(STRIP * em);
        place(0, 0, top, steps, height);
        place(1, steps, top, width - steps - strip, height);
        place(2, width - strip, top, strip, height);
      }
      case 2 -> {
        var steps = Math.rint(STEPS_NARROW * em);
        place(0, 0, top, steps, height);
        var front = tabs.get(2).isSelected() ? 2 : 1;
        place(front, steps, top, width - steps, height);
        columns.get(3 - front).setVisible(false);
      }
      default -> {
        for (var i = 0; i < columns.size(); i++) {
          place(i, 0, top, width, height);
          columns.get(i).setVisible(tabs.get(i).isSelected());
        }
      }
    }
  }

  /// With two columns the steps are in sight anyway.
  private void fitTabs() {
    var withSteps = shown == 1;
    tabs.get(0).setVisible(withSteps);
    tabs.get(0).setManaged(withSteps);
    tabs.get(1).getStyleClass().setAll("toggle-button", withSteps ? "center-pill" : "left-pill");
  }

  private void place(int column, double x, double y, double width, double height) {
    var node = columns.get(column);
    node.setVisible(true);
    layoutInArea(node, x, y, Math.max(0, width), Math.max(0, height), 0, HPos.LEFT, VPos.TOP);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }
}
