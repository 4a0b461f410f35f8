package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.screen.checklist.ValueDifference.Marked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDifferenceTest {
  @Test
  void onlyTheMiddleThatDiffersIsMarked() {
    var found =
        ValueDifference.of(
            "body jsonpath \"$.message\" == \"nothing is lost\"", "saw 'everything is lost'");
    assertThat(found)
        .hasValue(
            new ValueDifference(
                new Marked("body jsonpath \"$.message\" == \"", "no", "thing is lost\""),
                new Marked("saw '", "every", "thing is lost'")));
  }

  @Test
  void numbersAndValuesWithoutQuotesAreMarkedToo() {
    assertThat(ValueDifference.of("body jsonpath \"$.documents\" == 41", "saw 38").orElseThrow())
        .extracting(it -> it.expected().differs(), it -> it.saw().differs())
        .containsExactly("41", "38");
    assertThat(ValueDifference.of("body jsonpath \"$.version\" == 1.5.0", "saw '1.4.0'"))
        .map(ValueDifference::saw)
        .hasValue(new Marked("saw '1.", "4", ".0'"));
  }

  @Test
  void whatIsMoreInOneIsMarkedThereAlone() {
    var found = ValueDifference.of("body == \"aaa\"", "saw 'aa'").orElseThrow();
    assertThat(found.expected()).isEqualTo(new Marked("body == \"aa", "a", "\""));
    assertThat(found.saw()).isEqualTo(new Marked("saw 'aa", "", "'"));
  }

  @Test
  void anEqualitySignInsideAQueryIsNone() {
    var found =
        ValueDifference.of("body jsonpath \"$[?(@.a == 1)].b\" == 7", "saw 8").orElseThrow();
    assertThat(found.expected())
        .isEqualTo(new Marked("body jsonpath \"$[?(@.a == 1)].b\" == ", "7", ""));
  }

  @Test
  void theEndOfAShortenedValueIsNotCompared() {
    var long1 = "a".repeat(119);
    var found =
        ValueDifference.of("body == \"" + long1 + "bcd...\"", "saw '" + long1 + "c...'")
            .orElseThrow();
    assertThat(found.saw()).isEqualTo(new Marked("saw '" + long1, "c...", "'"));
  }

  @Test
  void noCharacterIsCutInHalf() {
    var found = ValueDifference.of("body == \"x😀\"", "saw 'x😁'").orElseThrow();
    assertThat(found.expected()).isEqualTo(new Marked("body == \"x", "😀", "\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "body jsonpath \"$.results\" not isEmpty | saw an array of 0",
        "duration < 300ms | saw 412ms",
        "body not == \"down\" | saw 'down'",
        "body == 41 | saw '41'",
        "body == \"a\" | saw 3 lines, the last one 'a'",
        "header \"X-Id\" == 4 | the answer has no such header"
      })
  void whatIsNoEqualityOfTwoValuesIsNotMarked(String expected, String saw) {
    assertThat(ValueDifference.of(expected, saw)).isEmpty();
  }
}
