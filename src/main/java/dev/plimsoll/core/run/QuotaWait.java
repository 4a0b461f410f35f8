package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Host;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a step that was started sends nothing yet.
///
/// @param step the id of the one that waits
/// @param until the end of the wait by the operator's clock, or null where it depends on a step
///   that still sends
/// @param other the title of the step that sends or has sent to the same service
/// @param usedUp true where that step used up the quota, false where this one needs an untouched
///   one
public record QuotaWait(
    String step, @Nullable Instant until, Host host, String other, boolean usedUp) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /// `waits until 14:03:20 UTC: the quota of localhost:8000 is used up by “T3”`
  ///
  /// @param zone of the clock that the person reads
  public String words(ZoneId zone) {
    if (until == null) {
      return "waits for “" + other + "”, which still sends to " + host.words();
    }
    // rounded up, so that the clock on the wall never reads later than the words
    var shown = CLOCK.format(until.plusNanos(999_999_999).atZone(zone));
    return "waits until "
        + shown
        + (zone.normalized().equals(ZoneOffset.UTC) ? " UTC: " : ": ")
        + (usedUp
            ? "the quota of " + host.words() + " is used up by “" + other + "”"
            : "it needs the whole quota of "
                + host.words()
                + ", to which “"
                + other
                + "” has sent");
  }
}
