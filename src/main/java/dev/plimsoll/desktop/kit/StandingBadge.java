package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Standing;
import javafx.scene.control.Label;

/// A conclusion in a rounded box: colour, icon and word.
public final class StandingBadge extends Label {
  public StandingBadge(Standing standing) {
    this(StandingLook.of(standing));
  }

  public StandingBadge(Decision decision) {
    this(StandingLook.of(decision));
  }

  public StandingBadge(StandingLook look) {
    getStyleClass().addAll(Style.CHIP, Style.BADGE);
    setMinWidth(USE_PREF_SIZE);
    show(look);
  }

  public void show(Standing standing) {
    show(StandingLook.of(standing));
  }

  public void show(Decision decision) {
    show(StandingLook.of(decision));
  }

  public void show(StandingLook look) {
    for (var tone : Tone.values()) {
      getStyleClass().remove(tone.styleClass());
    }
    getStyleClass().add(look.tone().styleClass());
    setGraphic(Icons.of(look.icon()));
    setText(look.word());
    setAccessibleText(look.word());
  }
}
