package dev.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
  /// The second of November 2026 is a Monday.
  @ParameterizedTest
  @CsvSource({
    "day at 02:00, 2026-11-02T14:00, 2026-11-02T02:00",
    "day at 14:00, 2026-11-02T14:00, 2026-11-02T14:00",
    "day at 14:01, 2026-11-02T14:00, 2026-11-01T14:01",
    "monday at 09:00, 2026-11-02T08:59, 2026-10-26T09:00",
    "sunday at 09:00, 2026-11-02T14:00, 2026-11-01T09:00",
    "first day of month at 09:00, 2026-11-02T14:00, 2026-11-01T09:00",
    "first day of month at 09:00, 2026-11-01T08:00, 2026-10-01T09:00",
    "last day of month at 09:00, 2026-03-01T00:00, 2026-02-28T09:00",
    "third friday of month at 17:30, 2026-11-02T14:00, 2026-10-16T17:30",
    "last friday of month at 17:30, 2026-11-02T14:00, 2026-10-30T17:30"
  })
  void saysWhenItWasDueLast(String words, LocalDateTime now, LocalDateTime due) {
    assertThat(new Rhythm(words).lastDue(now)).contains(due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sometimes", "day at noon", "someday at 09:00", "fifth day at 09:00"})
  void whatIsNoRhythmIsNeverDue(String words) {
    assertThat(new Rhythm(words).lastDue(LocalDateTime.parse("2026-11-02T14:00"))).isEmpty();
  }

  @Test
  void aNumberedDayIsCountedFromTheFirst() {
    assertThat(
            new Rhythm("second day of month at 09:00")
                .lastDue(LocalDateTime.parse("2026-11-01T14:00")))
        .contains(LocalDateTime.parse("2026-10-02T09:00"));
  }
}
