package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
  @Test
  void theOneThatDidNotHoldHasWhatWasSeenBesideIt() {
    var rows =
        Expectations.of(
                "status == 200; body jsonpath \"$.results\" not isEmpty; duration < 300ms",
                List.of(
                    Finding.error(
                        "Expected body jsonpath \"$.results\" not isEmpty, saw an array of 0.")))
            .rows();
    assertThat(rows)
        .containsExactly(
            new Expectations.Row("status == 200", null),
            new Expectations.Row("body jsonpath \"$.results\" not isEmpty", "saw an array of 0"),
            new Expectations.Row("duration < 300ms", null));
  }

  @Test
  void aVariableIsFoundUnderItsValue() {
    var expectations =
        Expectations.of(
            "body jsonpath \"$.version\" == {version}",
            List.of(
                Finding.error(
                    "Request 3: Expected body jsonpath \"$.version\" == 1.5.0, saw 1.4.2.")));
    assertThat(expectations.rows().getFirst().saw()).isEqualTo("saw 1.4.2");
    assertThat(expectations.tellsWhy()).isTrue();
  }

  @Test
  void aReasonOfAnotherKindMarksNothing() {
    var expectations =
        Expectations.of("status == 200", List.of(Finding.error("The connection was refused.")));
    assertThat(expectations.tellsWhy()).isFalse();
    assertThat(Expectations.of("", List.of()).rows()).isEmpty();
  }

  @Test
  void aPassWithARemarkTicksNoneOfThem() {
    var note = Finding.note("Nothing was at hand to compare with.");
    assertThat(Expectations.of("chain whole; extends the last record", List.of(note)).remarked())
        .isTrue();
    assertThat(Expectations.of("status == 200", List.of()).remarked()).isFalse();
  }

  @Test
  void theOthersHeldWhereEveryFindingIsAboutOneOfThem() {
    var expected = "status == 200; body jsonpath \"$.n\" == 41; duration < 300ms";
    var missed = "Expected body jsonpath \"$.n\" == 41, saw 38.";
    assertThat(Expectations.of(expected, List.of(Finding.error(missed))).othersHeld()).isTrue();
    assertThat(Expectations.of(expected, List.of()).othersHeld()).isFalse();
    assertThat(Expectations.of(expected, List.of(Finding.error("Refused."))).othersHeld())
        .isFalse();
    assertThat(
            Expectations.of(
                    expected,
                    List.of(
                        Finding.error(missed),
                        Finding.error("Cannot tell whether duration < 300ms: no time was kept.")))
                .othersHeld())
        .as("one that nobody could tell")
        .isFalse();
    assertThat(
            Expectations.of(expected, List.of(Finding.error("Request 3 of 200: " + missed)))
                .othersHeld())
        .as("of several requests only the first flaw of each is told")
        .isFalse();
  }

  @Test
  void whatHoldsASecretDidNotHoldEither() {
    var row =
        Expectations.of(
                "body == {secret.KEY}",
                List.of(
                    Finding.error(
                        "Expected body == ***; what was seen holds a secret and is not shown.")))
            .rows()
            .getFirst();
    assertThat(row.saw()).isEqualTo("what was seen holds a secret and is not shown");
  }

  @Test
  void whatAServiceAnsweredIsShortened() {
    var saw =
        Expectations.of(
                "body == x",
                List.of(Finding.error("Expected body == x, saw " + "y".repeat(5_000) + ".")))
            .rows()
            .getFirst()
            .saw();
    assertThat(saw).hasSizeLessThan(260).endsWith("…");
  }
}
