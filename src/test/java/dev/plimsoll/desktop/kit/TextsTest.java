package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void longValuesKeepBothEnds() {
    assertThat(Texts.shortDigest("0183f4aa" + "0".repeat(50) + "6c83c3"))
        .isEqualTo("0183f4aa…6c83c3");
    assertThat(Texts.shortCommit("4be19f7" + "1".repeat(26) + "a90c2d1"))
        .isEqualTo("4be19f7…a90c2d1");
    assertThat(Texts.shortFingerprint("SHA256:4A9jqqqqqqqqqqqqqqqqqqqqqqqqqqqqqHD+G4"))
        .isEqualTo("SHA256:4A9j…HD+G4");
  }

  @Test
  void shortValuesStayAsTheyAre() {
    assertThat(Texts.shortDigest("cafe")).isEqualTo("cafe");
  }

  @Test
  void countsAgreeWithTheirNoun() {
    assertThat(Texts.count(1, "step")).isEqualTo("1 step");
    assertThat(Texts.count(1284, "entry", "entries")).isEqualTo("1,284 entries");
  }

  @Test
  void sizesAreRoundedToWhatAPersonReads() {
    assertThat(Texts.bytes(41)).isEqualTo("41 bytes");
    assertThat(Texts.bytes(2_100_000)).isEqualTo("2.1 MB");
    assertThat(Texts.bytes(999_999)).isEqualTo("1 MB");
  }
}
