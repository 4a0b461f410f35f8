package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void onlyTheWordsThatDifferAreMarked() {
    var difference = Difference.of("exit code 1 after 6 ms", "exit code 0 after 6 ms");
    assertThat(difference.parts())
        .containsExactly(
            new Difference.Part("exit code", false),
            new Difference.Part("1", true),
            new Difference.Part("after 6 ms", false));
  }

  @Test
  void aClauseThatIsMissingOnTheOtherSideIsMarked() {
    var difference = Difference.of("exit code 0; stdout contains 0 failed", "exit code 0");
    assertThat(difference.parts())
        .containsExactly(
            new Difference.Part("exit code 0;", false),
            new Difference.Part("stdout contains 0 failed", true));
  }

  @Test
  void textsThatSayTheSameAreNotMarked() {
    assertThat(Difference.of("0 failures", "0  failures").isMarked()).isFalse();
  }

  @Test
  void textsWithNothingInCommonOrLongOnesAreShownAsTheyAre() {
    assertThat(Difference.of("tree clean", "3 files changed").isMarked()).isFalse();
    assertThat(Difference.of("a " + "x".repeat(300), "a b").isMarked()).isFalse();
    assertThat(Difference.of("", "0 failures").isMarked()).isFalse();
    assertThat(
            Difference.of(
                    "CHANGELOG.md: a dated section for this version, newest first",
                    "section for 0.1.0 not ready")
                .isMarked())
        .as("two words of ten in common")
        .isFalse();
  }
}
