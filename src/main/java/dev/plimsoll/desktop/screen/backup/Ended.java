package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How an act ended, in words for a person.
///
/// @param word what may be said of it now: `Verified`, `Proven restorable`, `Broken`
/// @param sentence what was found or is true now
/// @param point the restore point it was about, or null
/// @param details what it rests on, in order
public record Ended(
    Level level, String word, String sentence, @Nullable String point, List<Detail> details) {
  public Ended {
    details = List.copyOf(details);
  }

  /// Whether it is good news.
  public enum Level {
    GOOD,
    /// Done, and there was nothing to do.
    NOTHING,
    UNTOLD,
    BAD;

    StandingLook look(String word) {
      return switch (this) {
        case GOOD -> new StandingLook(Tone.GOOD, Feather.CHECK, word);
        case NOTHING -> new StandingLook(Tone.NEUTRAL, Feather.MINUS, word);
        case UNTOLD -> new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, word);
        case BAD -> new StandingLook(Tone.BAD, Feather.X, word);
      };
    }
  }

  /// One thing that was looked at.
  ///
  /// @param found what was found there; may be empty
  public record Detail(Level level, String subject, String found) {
    /// `Rows of orders: 12 rows`; a sentence is followed by the next one.
    String words() {
      return found.isEmpty() ? subject : subject + (subject.endsWith(".") ? " " : ": ") + found;
    }
  }

  StandingLook look() {
    return level.look(word);
  }
}
