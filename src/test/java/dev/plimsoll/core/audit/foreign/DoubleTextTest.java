package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Doubles as ECMAScript and Python print them; both columns were printed by those.
final class DoubleTextTest {
  @ParameterizedTest
  @CsvSource({
    "864.0, 864, 864.0",
    "1e21, 1e+21, 1e+21",
    "1e20, 100000000000000000000, 1e+20",
    "1e16, 10000000000000000, 1e+16",
    "1e15, 1000000000000000, 1000000000000000.0",
    "1e-4, 0.0001, 0.0001",
    "1e-5, 0.00001, 1e-05",
    "1e-6, 0.000001, 1e-06",
    "1e-7, 1e-7, 1e-07",
    "1.5e300, 1.5e+300, 1.5e+300",
    "5e-324, 5e-324, 5e-324",
    "9.88e-324, 1e-323, 1e-323",
    "-0.0, 0, -0.0",
    "-1.25, -1.25, -1.25",
    "1762047283.9313283, 1762047283.9313283, 1762047283.9313283",
    "333333333.33333329, 333333333.3333333, 333333333.3333333",
    "2e23, 2e+23, 2e+23",
    "9007199254740993, 9007199254740992, 9007199254740992.0",
  })
  void aDoubleHasItsShortestDigits(String number, String ecma, String python) {
    assertThat(DoubleText.ecma(number)).isEqualTo(ecma);
    assertThat(DoubleText.python(number)).isEqualTo(python);
  }

  @Test
  void whatIsBeyondADoubleHasNone() {
    assertThatThrownBy(() -> DoubleText.ecma("1e400")).isInstanceOf(NoSpelling.class);
    assertThat(DoubleText.isExact("9007199254740993")).isFalse();
    assertThat(DoubleText.isExact("0." + "1".repeat(500))).isFalse();
    assertThat(DoubleText.isExact("0.1")).isTrue();
    assertThat(DoubleText.isExact("0e99999999999")).isFalse();
    assertThat(DoubleText.isExact("1e-99999999999")).isFalse();
    assertThat(DoubleText.isExact("1e-999999999")).isFalse();
  }
}
