package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Tone;
import org.kordamp.ikonli.feather.Feather;

/// How a verification ended, in the words of the page. Only the first two are good news.
public enum Level {
  PROVEN("Proven"),
  PROVEN_WITH_WARNINGS("Proven with warnings"),
  BROKEN("Broken"),
  COULD_NOT_TELL("Could not tell");

  private final String words;

  Level(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /// Colour, icon and word.
  StandingLook look() {
    return switch (this) {
      case PROVEN -> new StandingLook(Tone.GOOD, Feather.CHECK, "PROVEN");
      case PROVEN_WITH_WARNINGS ->
          new StandingLook(Tone.CAUTION, Feather.ALERT_TRIANGLE, "PROVEN WITH WARNINGS");
      case BROKEN -> new StandingLook(Tone.BAD, Feather.X, "BROKEN");
      case COULD_NOT_TELL -> new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, "COULD NOT TELL");
    };
  }
}
