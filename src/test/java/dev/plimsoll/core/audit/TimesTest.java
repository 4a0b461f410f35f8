package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T09:30:00.000Z",
        "2024-02-29T23:59:59.999Z",
        "1969-12-31T23:59:59.001Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z"
      })
  void aTimeThatWasReadIsSpelledAsItStood(String text) {
    var time = Times.parse(text);

    assertThat(time).isEqualTo(Instant.parse(text));
    assertThat(Times.text(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00.0000Z",
        "2026-03-01t09:30:00.000Z",
        "2026-03-01T09:30:00.000+",
        "2026-3-001T09:30:00.000Z",
        "+026-03-01T09:30:00.000Z",
        "2026-02-30T09:30:00.000Z",
        "2025-02-29T09:30:00.000Z",
        "2026-13-01T09:30:00.000Z",
        "2026-03-01T24:00:00.000Z",
        "2026-03-01T09:60:00.000Z",
        "2016-12-31T23:59:60.000Z",
        "٢٠٢٦-03-01T09:30:00.000Z"
      })
  void anyOtherSpellingIsRefused(String text) {
    assertThatThrownBy(() -> Times.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a time as 2026-03-01T09:30:00.000Z");
  }

  @Test
  void whatIsSmallerThanAMillisecondIsCutOff() {
    assertThat(Times.text(Instant.parse("2026-03-01T09:30:00.999999999Z")))
        .isEqualTo("2026-03-01T09:30:00.999Z");
    assertThat(Times.text(Instant.parse("1969-12-31T23:59:59.999999Z")))
        .isEqualTo("1969-12-31T23:59:59.999Z");
  }

  @Test
  void aYearOfFiveDigitsHasNoSpelling() {
    var beyond = LocalDate.of(10_000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    assertThatThrownBy(() -> Times.text(beyond)).isInstanceOf(IllegalArgumentException.class);
    var before = LocalDate.of(-1, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC);
    assertThatThrownBy(() -> Times.text(before)).isInstanceOf(IllegalArgumentException.class);
  }
}
