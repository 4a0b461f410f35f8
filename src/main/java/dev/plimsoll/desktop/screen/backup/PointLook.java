package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.kordamp.ikonli.feather.Feather;

/// How a restore point looks: made, verified, proven, broken and not read are five things, each
/// with its own colour, icon and word.
final class PointLook {
  private PointLook() {}

  static StandingLook of(RestorePoint.Level level) {
    var word = level.name();
    return switch (level) {
      case MADE -> new StandingLook(Tone.NEUTRAL, Feather.ARCHIVE, word);
      case VERIFIED -> new StandingLook(Tone.INFO, Feather.CHECK, word);
      case PROVEN -> new StandingLook(Tone.GOOD, Feather.LIFE_BUOY, word);
      case BROKEN -> new StandingLook(Tone.BAD, Feather.X, word);
      case UNREAD -> new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, "COULD NOT TELL");
    };
  }

  /// What the word means for this point, as a sentence.
  static String meaning(RestorePoint point, Times times) {
    return switch (point.level()) {
      case MADE -> "It has its name. Nobody has read it back yet.";
      case VERIFIED ->
          "Every byte was read back "
              + times.age(Objects.requireNonNull(point.proof().verifiedOn()))
              + ". That it restores is not proven.";
      case PROVEN ->
          "It was restored into a scratch folder "
              + times.age(Objects.requireNonNull(point.proof().provenOn()))
              + " and held what must hold.";
      case BROKEN -> Objects.requireNonNull(point.proof().failed());
      case UNREAD -> Objects.requireNonNull(point.proof().unread());
    };
  }

  /// `verified 2 h ago`, `made yesterday 02:00`
  static String since(RestorePoint point, Times times) {
    Instant on =
        switch (point.level()) {
          case MADE, BROKEN, UNREAD -> point.takenOn();
          case VERIFIED -> Objects.requireNonNull(point.proof().verifiedOn());
          case PROVEN -> Objects.requireNonNull(point.proof().provenOn());
        };
    var word =
        switch (point.level()) {
          case MADE, BROKEN, UNREAD -> "made";
          case VERIFIED, PROVEN -> point.level().name().toLowerCase(Locale.ROOT);
        };
    return word + " " + times.age(on);
  }
}
