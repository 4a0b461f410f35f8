package dev.plimsoll.desktop.screen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferingTest {
  @Test
  void whatIsCommonAtBothEndsIsLeftOut() {
    assertThat(Differing.of("amount:12.50}", "amount:912.50}"))
        .isEqualTo(new Differing("amount:", "", "12.50}"));
    assertThat(Differing.of("amount:912.50}", "amount:12.50}"))
        .isEqualTo(new Differing("amount:", "9", "12.50}"));
  }

  @Test
  void theSameTextDiffersNowhere() {
    assertThat(Differing.of("abc", "abc").isSame()).isTrue();
    assertThat(Differing.of("", "abc").isSame()).isTrue();
    assertThat(Differing.of("abc", "").differs()).isEqualTo("abc");
  }

  @Test
  void aCharacterIsNeverCutInTwo() {
    var smiling = "\uD83D\uDE00";
    var grinning = "\uD83D\uDE01";

    assertThat(Differing.of("a" + smiling + "b", "a" + grinning + "b"))
        .isEqualTo(new Differing("a", smiling, "b"));
    var other = "\uD83E\uDE00"; // the same second half
    assertThat(Differing.of("a" + smiling, "a" + other)).isEqualTo(new Differing("a", smiling, ""));
  }

  @Test
  void whatCannotBeSeenIsShown() {
    assertThat(Differing.visible("a\tb\u0000\u007f")).isEqualTo("a␉b␀␡");
    assertThat(Differing.visible("x\u202Ey\u00A0z")).isEqualTo("x‹U+202E›y‹U+00A0›z");
  }

  @Test
  void longCommonPartsAreShortened() {
    var shown = Differing.of("a".repeat(5_000) + "X", "a".repeat(5_000) + "Y").shown();

    assertThat(shown.before()).startsWith("…").hasSize(161);
    assertThat(shown.differs()).isEqualTo("X");
  }
}
