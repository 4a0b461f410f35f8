package dev.plimsoll.desktop.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line icons. They take size and colour from the style sheet, and are decoration: the word beside
/// them is what is read aloud.
public final class Icons {
  private Icons() {}

  public static FontIcon of(Feather shape) {
    var icon = new FontIcon(shape);
    icon.getStyleClass().add("icon");
    icon.setFocusTraversable(false);
    return icon;
  }

  public static FontIcon of(Feather shape, Tone tone) {
    var icon = of(shape);
    icon.getStyleClass().add(tone.styleClass());
    return icon;
  }
}
