package dev.plimsoll.core.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedPatternTest {
  @Test
  void findsTheFirstGroup() {
    assertThat(BoundedPattern.of("version (\\d+)").find("the version 15 and version 16"))
        .isEqualTo(new BoundedPattern.Search.Found("15", 4, 14));
  }

  @Test
  void saysThatNothingIsThere() {
    assertThat(BoundedPattern.of("b").find("aaa")).isEqualTo(new BoundedPattern.Search.Absent());
  }

  @Test
  void givesUpOnARunawayExpression() {
    assertThat(BoundedPattern.of("(a+)+\\1b").find("a".repeat(200)))
        .isEqualTo(new BoundedPattern.Search.GaveUp());
  }

  @Test
  void givesUpWhereTheStackWouldOverflow() {
    assertThat(BoundedPattern.of("(a|b)*c").find("ab".repeat(200_000)))
        .isEqualTo(new BoundedPattern.Search.GaveUp());
  }

  @Test
  void namesTheFlawOfAnExpression() {
    assertThat(BoundedPattern.flaw("a(b")).contains("Unclosed group");
    assertThat(BoundedPattern.flaw("ab")).isNull();
  }
}
