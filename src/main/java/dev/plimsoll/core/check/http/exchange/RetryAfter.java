package dev.plimsoll.core.check.http.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /// How long the service asks to wait, an hour at most; empty where it does not say.
  public static Optional<Duration> of(Answer answer, Instant now) {
    var written = answer.header("Retry-After").strip();
    if (written.matches("\\d{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(written))));
    }
    try {
      var date = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(bounded(Duration.between(now, date.toInstant())));
    } catch (DateTimeException absent) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration asked) {
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
