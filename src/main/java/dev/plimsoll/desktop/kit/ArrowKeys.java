package dev.plimsoll.desktop.kit;

import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Up and down in a list whose model knows what may be chosen: titles between the rows are stepped
/// over. Everything else is left to the page.
public final class ArrowKeys {
  private ArrowKeys() {}

  /// @param next chooses what stands below
  /// @param previous chooses what stands above
  public static EventHandler<KeyEvent> walking(Runnable next, Runnable previous) {
    return event -> {
      if (event.isShortcutDown() || event.isAltDown()) {
        return;
      }
      if (event.getCode() == KeyCode.DOWN) {
        next.run();
        event.consume();
      } else if (event.getCode() == KeyCode.UP) {
        previous.run();
        event.consume();
      }
    };
  }
}
