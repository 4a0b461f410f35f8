package dev.plimsoll.desktop.kit;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Does something grave once it has been held down for a second and a half, with the mouse, Space
/// or Enter. Letting go earlier does nothing.
public final class HoldButton extends StackPane {
  private final ProgressBar filled = new ProgressBar(0);
  private final Button button;
  private final Timeline hold = new Timeline();

  public HoldButton(Action action) {
    button = new Button(action.name());
    getStyleClass().add("hold-button");
    button.getStyleClass().add(Style.ACCENT);
    button.setAccessibleText(action.name() + ", hold for a second and a half");
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.possible()));
    filled.setMouseTransparent(true);
    filled.setMaxWidth(Double.MAX_VALUE);
    filled.setFocusTraversable(false);
    StackPane.setAlignment(filled, javafx.geometry.Pos.BOTTOM_CENTER);
    hold.getKeyFrames()
        .add(new KeyFrame(Duration.seconds(1.5), new KeyValue(filled.progressProperty(), 1)));
    hold.setOnFinished(_ -> {
      release();
      action.perform();
    });
    button.armedProperty().addListener((_, _, armed) -> press(armed));
    button.addEventHandler(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            press(true);
            event.consume();
          }
        });
    button.addEventHandler(
        javafx.scene.input.KeyEvent.KEY_RELEASED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            press(false);
          }
        });
    getChildren().addAll(button, filled);
  }

  private void press(boolean pressed) {
    if (pressed) {
      hold.play();
    } else {
      release();
    }
  }

  private void release() {
    hold.stop();
    filled.setProgress(0);
  }
}
