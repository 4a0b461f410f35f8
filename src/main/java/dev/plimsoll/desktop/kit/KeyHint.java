package dev.plimsoll.desktop.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// A button that shows the key that does the same.
public final class KeyHint {
  private KeyHint() {}

  public static Button button(Action action, String... styleClasses) {
    var button = new Button(action.name());
    button.getStyleClass().addAll(styleClasses);
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.perform());
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.possible()));
    if (action.keys() != null) {
      button.setGraphic(key(action.keys()));
      button.setContentDisplay(ContentDisplay.RIGHT);
      button.setAccessibleText(action.name() + ", key " + action.keys());
    }
    return button;
  }

  /// Whether `node` is a button of this kind that is shown with a key, and which.
  public static Optional<String> keyOf(Node node) {
    return node instanceof Button button && button.getGraphic() instanceof Label key
        ? Optional.of(key)
            .filter(label -> label.getStyleClass().contains(Style.KEY))
            .map(Label::getText)
        : Optional.empty();
  }

  /// Shows or hides the key of a button of this kind; the key works either way.
  static void showKey(Node node, boolean shown) {
    var display = shown ? ContentDisplay.RIGHT : ContentDisplay.TEXT_ONLY;
    if (keyOf(node).isPresent() && node instanceof Button button) {
      button.setContentDisplay(display);
    }
  }

  /// How much of the width of a button its key takes, shown or not; 0 where it has none.
  static double keyWidth(Node node) {
    return keyOf(node).isPresent() && node instanceof Button button
        ? button.getGraphicTextGap() + button.getGraphic().prefWidth(-1)
        : 0;
  }

  static boolean isKeyShown(Node node) {
    return keyOf(node).isPresent()
        && node instanceof Button button
        && button.getContentDisplay() != ContentDisplay.TEXT_ONLY;
  }

  /// The key alone, as a small label.
  public static Label key(String keys) {
    var label = new Label(keys);
    label.getStyleClass().add(Style.KEY);
    return label;
  }
}
