package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.QuotaWait;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A wait for a service's quota in words, with the clock that runs.
final class QuotaWords {
  private QuotaWords() {}

  /// `waits 0:41 for the quota of localhost:8000`
  static String brief(QuotaWait wait, Instant now) {
    var left = left(wait, now);
    return left == null
        ? "waits for “" + wait.other() + "”"
        : "waits " + left + " for the quota of " + wait.host().words();
  }

  /// Why it waits, without the clock.
  static String why(QuotaWait wait) {
    if (wait.until() == null) {
      return "Waits until “"
          + wait.other()
          + "” has ended: both send to "
          + wait.host().words()
          + ", and one of them uses up its quota.";
    }
    return wait.usedUp()
        ? "Waits because “"
            + wait.other()
            + "” used up the quota of "
            + wait.host().words()
            + "; a request sent now would be refused."
        : "Waits because it needs the whole quota of "
            + wait.host().words()
            + ", and “"
            + wait.other()
            + "” has sent to it.";
  }

  /// `0:41`, or null where nobody knows how long it will be.
  static @Nullable String left(QuotaWait wait, Instant now) {
    var until = wait.until();
    // rounded up, so that the clock reaches 0:00 when the wait ends and not before
    return until == null
        ? null
        : Times.stopwatch(Duration.between(now, until).plusNanos(999_999_999));
  }
}
