package dev.plimsoll.desktop.app;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/// Draws a layer anew, all of it, for the first pictures after it was shown. Where JavaFX draws
/// without a graphics card, the first picture of a panel may be drawn in a corner of the window,
/// and stays there: after it only the place is drawn where the panel came to lie.
final class DrawnAnew extends AnimationTimer {
  static final int PICTURES = 12;

  private static final double AS_GOOD_AS_ONE = 0.999;

  private final Node layer;
  private int drawn;

  DrawnAnew(Node layer) {
    this.layer = layer;
  }

  @Override
  public void start() {
    drawn = 0;
    super.start();
  }

  @Override
  public void handle(long now) {
    drawn++;
    // whatever changes the whole layer has the whole of it drawn
    layer.setOpacity(drawn % 2 == 1 ? AS_GOOD_AS_ONE : 1);
    if (drawn >= PICTURES) {
      stop();
    }
  }
}
