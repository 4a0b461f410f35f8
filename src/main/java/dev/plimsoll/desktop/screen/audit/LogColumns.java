package dev.plimsoll.desktop.screen.audit;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The logs and the chosen one side by side; where there is not enough room, as two tabs, so that
/// nothing is cut off. Widths are in multiples of the font size.
final class LogColumns extends Region {
  private static final double BESIDE_FROM = 48;
  private static final double WIDE_FROM = 66;

  /// @param list word of the first tab
  /// @param log word of the second
  /// @param em how wide the first column is at the most
  record Names(String list, String log, double em) {}

  private final double side;
  private final double narrow;
  private final Node list;
  private final Node log;
  private final HBox tabs = new HBox();
  private final ToggleButton listTab;
  private final ToggleButton logTab;

  LogColumns(Node list, Node log, Names names) {
    this.side = names.em();
    this.narrow = Math.min(17, names.em());
    this.listTab = new ToggleButton(names.list());
    this.logTab = new ToggleButton(names.log());
    this.list = list;
    this.log = log;
    var group = new ToggleGroup();
    group.getToggles().addAll(List.of(listTab, logTab));
    group.selectToggle(logTab);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
          requestLayout();
        });
    listTab.getStyleClass().add("left-pill");
    logTab.getStyleClass().add("right-pill");
    tabs.getStyleClass().add("strip-tabs");
    tabs.getChildren().addAll(listTab, logTab);
    getChildren().addAll(list, log, tabs);
  }

  /// Brings the chosen log to the front, where the columns are tabs.
  void showLog() {
    logTab.setSelected(true);
  }

  void showList() {
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
      log.setVisible(true);
      layoutInArea(list, 0, 0, first, getHeight(), 0, HPos.LEFT, VPos.TOP);
      layoutInArea(log, first, 0, width - first, getHeight(), 0, HPos.LEFT, VPos.TOP);
      return;
    }
    var top = Math.ceil(tabs.prefHeight(width));
    layoutInArea(tabs, 0, 0, width, top, 0, HPos.LEFT, VPos.TOP);
    list.setVisible(listTab.isSelected());
    log.setVisible(logTab.isSelected());
    for (var column : List.of(list, log)) {
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
