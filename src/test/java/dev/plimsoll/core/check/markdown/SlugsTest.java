package dev.plimsoll.core.check.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Getting started | getting-started",
        "What's new in 1.2.0? | whats-new-in-120",
        "A & B | a--b",
        "snake_case stays | snake_case-stays",
        "Grüße, Welt! | grüße-welt",
        "日本語 の 見出し | 日本語-の-見出し",
        "🚀 Launch | -launch",
        "a - b | a---b"
      })
  void followTheRulesOfGitHub(String heading, String anchor) {
    assertThat(Slugs.slug(heading)).isEqualTo(anchor);
  }

  @Test
  void countWhatWasThereBefore() {
    var slugs = new Slugs();
    assertThat(slugs.next("Setup")).isEqualTo("setup");
    assertThat(slugs.next("Setup")).isEqualTo("setup-1");
    assertThat(slugs.next("Setup")).isEqualTo("setup-2");
    assertThat(slugs.next("Setup 1")).isEqualTo("setup-1-1");
  }
}
