package dev.plimsoll.desktop.kit;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A page's body with a strip at its right. Where there is not enough room, body and strip become
/// two tabs, and nothing is cut off. Widths are in multiples of the font size, so that larger text
/// folds earlier.
public final class StripPane extends Region {
  private static final double STRIP = 20;
  private static final double FOLD_BELOW = 62;
  private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

  private final Node body;
  private final ScrollPane strip;
  private final HBox tabs = new HBox();
  private final ToggleButton bodyTab;
  private final ToggleButton stripTab;
  private final BooleanProperty folded = new SimpleBooleanProperty(false);

  /// @param bodyName the first tab's word when folded: `Steps`
  /// @param stripName the second tab's word when folded: `Gate and sign-off`
  public StripPane(String bodyName, Node body, String stripName, Node stripContent) {
    this.body = body;
    this.strip = scrolled(stripContent);
    this.bodyTab = new ToggleButton(bodyName);
    this.stripTab = new ToggleButton(stripName);
    getStyleClass().add("strip-pane");
    stripContent.getStyleClass().add("strip-content");
    strip.getStyleClass().add(Style.STRIP);
    var group = new ToggleGroup();
    group.getToggles().addAll(bodyTab, stripTab);
    group.selectToggle(bodyTab);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
          requestLayout();
        });
    bodyTab.getStyleClass().add("left-pill");
    stripTab.getStyleClass().add("right-pill");
    tabs.getStyleClass().add("strip-tabs");
    tabs.getChildren().addAll(bodyTab, stripTab);
    getChildren().addAll(body, strip, tabs);
    folded.addListener((_, _, now) -> pseudoClassStateChanged(FOLDED, now));
  }

  /// A scroller that fits its content to the width and never scrolls sideways.
  public static ScrollPane scrolled(Node content) {
    var scroller = new ScrollPane(content);
    scroller.setFitToWidth(true);
    scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroller.getStyleClass().add("edge-to-edge");
    return scroller;
  }

  /// Brings the strip to the front where it is folded.
  public void showStrip() {
    stripTab.setSelected(true);
  }

  public void showBody() {
    bodyTab.setSelected(true);
  }

  public boolean isFolded() {
    return folded.get();
  }

  @Override
  protected void layoutChildren() {
    var em = bodyTab.getFont().getSize();
    var width = getWidth();
    var height = getHeight();
    var fold = width < FOLD_BELOW * em;
    folded.set(fold);
    tabs.setVisible(fold);
    if (!fold) {
      var side = Math.rint(STRIP * em);
      body.setVisible(true);
      strip.setVisible(true);
      layoutInArea(body, 0, 0, width - side, height, 0, HPos.LEFT, VPos.TOP);
      layoutInArea(strip, width - side, 0, side, height, 0, HPos.LEFT, VPos.TOP);
      return;
    }
    var top = Math.ceil(tabs.prefHeight(width));
    layoutInArea(tabs, 0, 0, width, top, 0, HPos.LEFT, VPos.TOP);
    body.setVisible(bodyTab.isSelected());
    strip.setVisible(stripTab.isSelected());
    layoutInArea(body, 0, top, width, height - top, 0, HPos.LEFT, VPos.TOP);
    layoutInArea(strip, 0, top, width, height - top, 0, HPos.LEFT, VPos.TOP);
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
  public String toString() {
    return String.format(Locale.ROOT, "StripPane[%s]", folded.get() ? "folded" : "open");
  }
}
