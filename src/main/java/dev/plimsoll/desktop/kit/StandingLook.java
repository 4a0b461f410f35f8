package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Standing;
import org.kordamp.ikonli.feather.Feather;

/// How a conclusion looks: always a tone, an icon and a word.
public record StandingLook(Tone tone, Feather icon, String word) {
  public static StandingLook of(Standing standing) {
    var word = standing.words();
    return switch (standing) {
      case NOT_RUN -> new StandingLook(Tone.NEUTRAL, Feather.CIRCLE, word);
      case RUNNING -> new StandingLook(Tone.INFO, Feather.LOADER, word);
      case PASSED -> new StandingLook(Tone.GOOD, Feather.CHECK, word);
      case WARNED -> new StandingLook(Tone.CAUTION, Feather.ALERT_TRIANGLE, word);
      case FAILED -> new StandingLook(Tone.BAD, Feather.X, word);
      case INCONCLUSIVE -> new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, word);
      case UNAVAILABLE -> new StandingLook(Tone.CAUTION, Feather.SLASH, word);
      case NOT_APPLICABLE -> new StandingLook(Tone.NEUTRAL, Feather.MINUS, word);
      case INTERRUPTED -> new StandingLook(Tone.CAUTION, Feather.ZAP_OFF, word);
      case STALE -> new StandingLook(Tone.CAUTION, Feather.CLOCK, word);
      case WAIVED -> new StandingLook(Tone.EXCEPTION, Feather.SHIELD, word);
      case DEFERRED -> new StandingLook(Tone.EXCEPTION, Feather.CALENDAR, word);
      case RESCINDED -> new StandingLook(Tone.BAD, Feather.ROTATE_CCW, word);
    };
  }

  /// One reason of the gate.
  public static StandingLook of(Decision.Weight weight) {
    return switch (weight) {
      case MET -> new StandingLook(Tone.GOOD, Feather.CHECK, "met");
      case EXCEPTION -> new StandingLook(Tone.EXCEPTION, Feather.SHIELD, "accepted");
      case FAILED -> new StandingLook(Tone.BAD, Feather.X, "failed");
      case OPEN -> new StandingLook(Tone.CAUTION, Feather.CIRCLE, "open");
    };
  }

  /// The gate's word. `NO-GO YET` where nothing failed and something is still open.
  public static StandingLook of(Decision decision) {
    return switch (decision) {
      case Decision.Go _ -> new StandingLook(Tone.GOOD, Feather.CHECK, "GO");
      case Decision.NoGo noGo ->
          noGo.blockers().stream().anyMatch(clause -> clause.weight() == Decision.Weight.FAILED)
              ? new StandingLook(Tone.BAD, Feather.X, "NO-GO")
              : new StandingLook(Tone.CAUTION, Feather.CIRCLE, "NO-GO YET");
    };
  }

  /// How a list ended.
  public static StandingLook of(Decision.Completion completion) {
    return switch (completion.ending()) {
      case INCOMPLETE -> new StandingLook(Tone.NEUTRAL, Feather.CIRCLE, completion.words());
      case COMPLETE -> new StandingLook(Tone.GOOD, Feather.CHECK, completion.words());
      case EXCEPT_DEFERRED ->
          new StandingLook(Tone.EXCEPTION, Feather.CALENDAR, completion.words());
      case WITH_OVERRIDES -> new StandingLook(Tone.EXCEPTION, Feather.SHIELD, completion.words());
    };
  }
}
