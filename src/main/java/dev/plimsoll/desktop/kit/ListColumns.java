package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A list and what is chosen in it, side by side; where there is not enough room, as two tabs, so
/// that nothing is cut off. Widths are in multiples of the font size.
public final class ListColumns extends Region {
  private static final double BESIDE_FROM = 48;
  private static final double WIDE_FROM = 66;

  /// @param list word of the first tab
  /// @param chosen word of the second
  /// @param em how wide the first column is at the most
  public record Names(String list, String chosen, double em) {}

  private final double side;
  private final double narrow;
  private final Node list;
  private final Node chosen;
  private final HBox tabs = new HBox();
  private final ToggleButton listTab;
  private final ToggleButton chosenTab;

  public ListColumns(Node list, Node chosen, Names names) {
    this.side = names.em();
    this.narrow = Math.min(17, names.em());
    this.listTab = new ToggleButton(names.list());
    this.chosenTab = new ToggleButton(names.chosen());
    this.list = list;
    this.chosen = chosen;
    var group = new ToggleGroup();
    group.getToggles().addAll(List.of(listTab, chosenTab));
    group.selectToggle(chosenTab);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
          requestLayout();
        });
    listTab.getStyleClass().add("left-pill");
    chosenTab.getStyleClass().add("right-pill");
    tabs.getStyleClass().add("strip-tabs");
    tabs.getChildren().addAll(listTab, chosenTab);
    getChildren().addAll(list, chosen, tabs);
  }

  /// Brings what is chosen to the front, where the columns are tabs.
  public void showChosen() {
    chosenTab.setSelected(true);
  }

  public void showList() {
    listTab.setSelected(true);
  }

  @Override
  protected void layoutChildren() {
    var em = listTab.getFont().getSize();
    var width = getWidth();
    var beside = width >= BESIDE_FROM * em;
    tabs.setVisible(!beside);
    if (beside) {
      var first = Math.rint((width >= WIDE_FROM * em ? side : narrow) * em);
      list.setVisible(true);
      chosen.setVisible(true);
      layoutInArea(list, 0, 0, first, getHeight(), 0, HPos.LEFT, VPos.TOP);
      layoutInArea(chosen, first, 0, width - first, getHeight(), 0, HPos.LEFT, VPos.TOP);
      return;
    }
    var top = Math.ceil(tabs.prefHeight(width));
    layoutInArea(tabs, 0, 0, width, top, 0, HPos.LEFT, VPos.TOP);
    list.setVisible(listTab.isSelected());
    chosen.setVisible(chosenTab.isSelected());
    for (var column : List.of(list, chosen)) {
      layoutInArea(column, 0, top, width, getHeight() - top, 0, HPos.LEFT, VPos.TOP);
    }
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
