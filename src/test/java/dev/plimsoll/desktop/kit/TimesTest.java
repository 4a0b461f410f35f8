package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:21:30Z");
  private final Times times = new Times(InstantSource.fixed(NOW), ZoneId.of("Europe/Berlin"));
  private final Locale usual = Locale.getDefault();

  @BeforeEach
  void onAMachineThatWritesArabicDigits() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
  }

  @AfterEach
  void back() {
    Locale.setDefault(usual);
  }

  @Test
  void theDistanceIsToldInWords() {
    assertThat(times.ago(NOW.minusSeconds(10))).isEqualTo("just now");
    assertThat(times.ago(NOW.minusSeconds(50))).isEqualTo("1 min ago");
    assertThat(times.ago(NOW.minusSeconds(3 * 3600 + 5))).isEqualTo("3 h ago");
    assertThat(times.ago(NOW.minus(Duration.ofDays(1)))).isEqualTo("yesterday 15:21");
    assertThat(times.ago(NOW.minus(Duration.ofDays(9)))).isEqualTo("24 Oct 2026");
  }

  @Test
  void aTimeInTheFutureIsWrittenOutBecauseTheClockMayHaveBeenSetBack() {
    assertThat(times.ago(NOW.plusSeconds(3600))).isEqualTo("2 Nov 2026, 16:21");
  }

  @Test
  void aDayIsTheSameOnEveryMachine() {
    assertThat(Times.day(LocalDate.of(2026, 11, 30))).isEqualTo("30 Nov 2026");
    assertThat(Times.momentUtc(NOW)).isEqualTo("2 Nov 2026, 14:21 UTC");
  }

  @Test
  void spansReadLikeSpeech() {
    assertThat(Times.span(Duration.ofMillis(350))).isEqualTo("350 ms");
    assertThat(Times.span(Duration.ofSeconds(41))).isEqualTo("41 s");
    assertThat(Times.span(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
    assertThat(Times.stopwatch(Duration.ofSeconds(727))).isEqualTo("12:07");
  }
}
