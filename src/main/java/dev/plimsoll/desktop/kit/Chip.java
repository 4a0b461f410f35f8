package dev.plimsoll.desktop.kit;

import java.util.Locale;
import javafx.scene.control.Label;

/// A word in a rounded box beside a title: `MINOR`, `CANDIDATE 2`.
public final class Chip extends Label {
  public Chip(String word, Tone tone) {
    super(word.toUpperCase(Locale.ROOT));
    getStyleClass().addAll(Style.CHIP, tone.styleClass());
    setMinWidth(USE_PREF_SIZE);
  }
}
