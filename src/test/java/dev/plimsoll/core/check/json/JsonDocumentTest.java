package dev.plimsoll.core.check.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1",
        "'   ' | 1",
        "all good | 1",
        "{\"a\": 1,§\"b\": } | 2",
        "[1,§2§ | 3",
        "{}§{} | 2"
      })
  void namesTheFirstBadLine(String text, int line) {
    assertThatThrownBy(() -> JsonDocument.parse(text.replace('§', '\n')))
        .isInstanceOfSatisfying(
            MalformedJsonException.class, wrong -> assertThat(wrong.line()).isEqualTo(line));
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThatThrownBy(() -> JsonDocument.parse("[".repeat(100_000)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void passesOverAByteOrderMark() throws Exception {
    assertThat(JsonDocument.parse("\uFEFF7").root()).isInstanceOf(JsonValue.Number.class);
  }
}
