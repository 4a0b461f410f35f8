package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.util.Locale;

/// How far a verification is, how fast it goes and how long it will take. Immutable; pure.
///
/// @param entries how many were checked
/// @param done what was read so far, in bytes of a file or in entries of a stored log
/// @param total how much there is, in the same measure, or -1 where that is not known
/// @param elapsed since it started
public record Pace(long entries, long done, long total, Duration elapsed) {
  /// Before this no rate means anything.
  private static final Duration SETTLED = Duration.ofMillis(700);

  static final Pace START = new Pace(0, 0, -1, Duration.ZERO);

  /// Between 0 and 1, or -1 where the whole is not known.
  double share() {
    return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
  }

  /// `412,000 entries · 1,180,000 a second · 4 s left`
  String words() {
    var words = new StringBuilder(Texts.count(entries, "entry", "entries"));
    if (elapsed.compareTo(SETTLED) < 0 || entries == 0) {
      return words.toString();
    }
    words.append(" · ").append(rate()).append(" a second");
    if (total > 0 && done > 0 && done < total) {
      var left = Duration.ofMillis((long) ((double) elapsed.toMillis() * (total - done) / done));
      words.append(" · ").append(left.toSeconds() < 1 ? "less than 1 s" : Times.span(left));
      words.append(" left");
    }
    return words.toString();
  }

  /// `All of 1,284 entries in 2 s, 640 a second`, when it has ended.
  String after() {
    var took = " in " + Times.span(elapsed);
    return Texts.count(entries, "entry", "entries")
        + took
        + (elapsed.compareTo(SETTLED) < 0 ? "" : ", " + rate() + " a second");
  }

  private String rate() {
    var each = Math.round(entries * 1000.0 / Math.max(1, elapsed.toMillis()));
    var rounded = each < 1000 ? each : each < 100_000 ? each / 100 * 100 : each / 1000 * 1000;
    return String.format(Locale.ENGLISH, "%,d", rounded);
  }
}
