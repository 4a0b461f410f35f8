package dev.plimsoll.desktop.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Something a person can do on a page.
///
/// @param name what it does, as on its button: `Run again`
/// @param keys a letter (`R`), a function key (`F2`), or a combination (`Ctrl+Enter`), or null
/// @param possible whether it can be done now
public record Action(
    String name, @Nullable String keys, ObservableBooleanValue possible, Runnable act) {
  /// An action that is always possible.
  public static Action always(String name, @Nullable String keys, Runnable act) {
    return new Action(name, keys, Bindings.createBooleanBinding(() -> true), act);
  }

  /// Whether `event` is this action's key.
  public boolean answersTo(KeyEvent event) {
    if (keys == null) {
      return false;
    }
    if (isSign()) {
      // where a sign lies, and with which key it is reached, differs from keyboard to keyboard
      return keys.equals(event.getText())
          || keys.equals(event.getCharacter())
          || (!isModified(event) && keys.equals(event.getCode().getChar()));
    }
    return KeyCombination.valueOf(keys.replace("Ctrl", "Shortcut")).match(event);
  }

  /// Whether the key is a single character, and neither a letter nor a digit.
  private boolean isSign() {
    return keys != null && keys.length() == 1 && !Character.isLetterOrDigit(keys.charAt(0));
  }

  private static boolean isModified(KeyEvent event) {
    return event.isShiftDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown();
  }

  /// Whether the key is a plain letter, which must not steal from a text field.
  public boolean isPlainKey() {
    return keys != null && keys.length() == 1;
  }

  /// Does it, if it is possible now.
  ///
  /// @return whether it was done
  public boolean perform() {
    if (!possible.get()) {
      return false;
    }
    act.run();
    return true;
  }
}
