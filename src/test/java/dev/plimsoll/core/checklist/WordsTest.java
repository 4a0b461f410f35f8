package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.release.VersionScheme;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "90s, 90000",
    "15m, 900000",
    "2h, 7200000",
    "7d, 604800000",
    "500ms, 500",
    "1h30m, 5400000",
    "1m1s1ms, 61001"
  })
  void durationsAreRead(String text, long millis) {
    assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15", "15 m", "m", "1s1m", "-1s", "1.5h", "15M", "99999999999s"})
  void whatIsNoDurationIsNotRead(String text) {
    assertThat(Durations.parse(text)).isNull();
  }

  @Test
  void theNearestWordIsOneThatDiffersLittle() {
    var words = List.of("timeout", "title", "retries", "id");
    assertThat(Nearest.nearest("timeuot", words)).contains("timeout");
    assertThat(Nearest.nearest("Title", words)).contains("title");
    assertThat(Nearest.nearest("colour", words)).isEmpty();
    assertThat(Nearest.hint("colour", words)).isEqualTo("Use one of: timeout, title, retries, id.");
  }

  @Test
  void theSchemesOfProjectFilesAreThoseThatVersionsKnow() {
    assertThat(ProjectReader.SCHEMES)
        .containsExactlyElementsOf(
            Arrays.stream(VersionScheme.values()).map(VersionScheme::word).toList());
  }
}
