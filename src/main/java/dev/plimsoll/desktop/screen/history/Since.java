package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.desktop.kit.Times;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far back a person looks, in days of the person's own time zone.
public enum Since {
  ANY("Any time"),
  TODAY("Today"),
  WEEK("Last 7 days"),
  MONTH("Last 30 days"),
  YEAR("Last 12 months"),
  DAY("Since a day…");

  private final String words;

  Since(String words) {
    this.words = words;
  }

  /// @param day what [#DAY] starts with; null until one was chosen
  /// @return the first moment that counts, or null where all do
  @Nullable Instant start(Times times, @Nullable LocalDate day) {
    var today = LocalDate.ofInstant(times.clock().instant(), times.zone());
    var first =
        switch (this) {
          case ANY -> null;
          case TODAY -> today;
          case WEEK -> today.minusDays(7);
          case MONTH -> today.minusDays(30);
          case YEAR -> today.minusMonths(12);
          case DAY -> day;
        };
    return first == null ? null : first.atStartOfDay(times.zone()).toInstant();
  }

  @Override
  public String toString() {
    return words;
  }
}
