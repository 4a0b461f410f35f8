package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustCardGroupsTest {
  @Test
  void whatRunsStandsUnderItsChecklistInOrder() {
    var groups =
        TrustCard.groups(
            List.of(
                "pre-release / unit: runs: sh tests.sh",
                "release / tag: makes the tag",
                "pre-release / lint: runs: a / b"));
    assertThat(groups.keySet()).containsExactly("pre-release", "release");
    assertThat(groups.get("pre-release"))
        .containsExactly("unit: runs: sh tests.sh", "lint: runs: a / b");
  }

  @Test
  void aLineInAnotherFormIsShownAsItIs() {
    assertThat(TrustCard.groups(List.of("something else")).get(""))
        .containsExactly("something else");
  }
}
