package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.util.ArrayList;

/// How far an act is, how fast it goes, how long it will take still. Immutable; pure.
///
/// @param elapsed since the act began
/// @param inStage since its stage began
record Pace(Progress progress, Duration elapsed, Duration inStage) {
  /// Before this no rate means anything.
  private static final Duration SETTLED = Duration.ofMillis(700);

  /// Before this what is left is a guess that the next look takes back.
  private static final Duration FORESEEN = Duration.ofSeconds(2);

  static final Pace START = new Pace(Progress.NONE, Duration.ZERO, Duration.ZERO);

  /// Of the stage, between 0 and 1, or -1 where the whole is not known.
  double share() {
    if (progress.totalBytes() > 0) {
      return Math.clamp((double) progress.bytes() / progress.totalBytes(), 0, 1);
    }
    return progress.totalFiles() > 0
        ? Math.clamp((double) progress.files() / progress.totalFiles(), 0, 1)
        : -1;
  }

  /// `12 of 40 files · 84.1 of 212 MB · 38 MB a second · 4 s left`
  String words() {
    var words = new ArrayList<String>();
    if (progress.totalFiles() > 0) {
      words.add(progress.files() + " of " + Texts.count(progress.totalFiles(), "file"));
    } else if (progress.files() > 0) {
      words.add(Texts.count(progress.files(), "file"));
    }
    if (progress.totalBytes() > 0) {
      words.add(Texts.bytes(progress.bytes()) + " of " + Texts.bytes(progress.totalBytes()));
    } else if (progress.bytes() > 0) {
      words.add(Texts.bytes(progress.bytes()));
    }
    if (inStage.compareTo(SETTLED) >= 0 && progress.bytes() > 0) {
      words.add(Texts.bytes(rate()) + " a second");
      if (progress.totalBytes() > progress.bytes() && inStage.compareTo(FORESEEN) >= 0) {
        words.add(left() + " left");
      }
    }
    return String.join(" · ", words);
  }

  private long rate() {
    return Math.round(progress.bytes() * 1000.0 / Math.max(1, inStage.toMillis()));
  }

  private String left() {
    var millis =
        (double) inStage.toMillis() * (progress.totalBytes() - progress.bytes()) / progress.bytes();
    var left = Duration.ofMillis((long) millis);
    return left.toSeconds() < 1 ? "less than 1 s" : Times.span(left);
  }

  /// `0:41`
  String stopwatch() {
    return Times.stopwatch(elapsed);
  }
}
