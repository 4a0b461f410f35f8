package dev.plimsoll.desktop.kit;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Header, middle, and what stands at the foot. The middle takes what is left and scrolls by
/// itself, so that neither header nor foot is ever squeezed.
public final class Page extends VBox {
  public Page(Node header, Region middle, Node... foot) {
    getStyleClass().add(Style.PAGE);
    middle.setMinHeight(0);
    middle.setPrefHeight(1);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(header, middle);
    getChildren().addAll(foot);
  }
}
