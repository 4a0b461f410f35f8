package dev.plimsoll.desktop.app;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// What a panel shows: as high as its content is at the panel's width, scrolled where the window is
/// lower. A scroll pane by itself asks for the height at no width at all, at which texts that wrap
/// are a single line.
final class PanelInside extends ScrollPane {
  PanelInside(Node content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("panel-inside");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    var content = getContent();
    var sides = snappedLeftInset() + snappedRightInset();
    var high = content.prefHeight(width < 0 ? -1 : Math.max(1, width - sides));
    return Math.ceil(high + snappedTopInset() + snappedBottomInset());
  }
}
