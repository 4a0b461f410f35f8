package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Finds the action that a key means. A plain letter typed into a text field stays a letter.
public final class Shortcuts {
  private Shortcuts() {}

  /// Does the first possible action of `actions` that answers to `event`, and consumes the event
  /// then.
  ///
  /// @param focus what has the keyboard, or null
  /// @return whether something was done
  public static boolean dispatch(List<Action> actions, KeyEvent event, @Nullable Node focus) {
    for (var action : actions) {
      if (action.answersTo(event)
          && !(action.isPlainKey() && takesLetters(focus))
          && action.perform()) {
        event.consume();
        return true;
      }
    }
    return false;
  }

  private static boolean takesLetters(@Nullable Node focus) {
    return focus instanceof TextInputControl || focus instanceof ComboBoxBase<?>;
  }
}
