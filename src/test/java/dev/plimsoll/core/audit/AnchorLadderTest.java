package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.AnchorLadder.Held;
import dev.plimsoll.core.audit.AnchorLadder.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnchorLadderTest {
  @Test
  void everyEntryIsAsWellHeldAsTheBestThatCoversIt() {
    var ladder =
        AnchorLadder.of(
            100,
            List.of(
                new Held(90, Level.L1, "tag v1.1.0"),
                new Held(40, Level.L1, "tag v1.0.0"),
                new Held(60, Level.L2, "witness w"),
                new Held(95, Level.L0, "release record of Lantern 1.1.0")));

    assertThat(ladder.text())
        .isEqualTo(
            """
            entries 0 to 59: L2, witness w
            entries 60 to 89: L1, tag v1.1.0
            entries 90 to 94: L0, release record of Lantern 1.1.0
            entries 95 to 99: L0, nothing but this machine
            Tamper-evident up to checkpoint 90, published to tag v1.1.0 (L1); the 10 after it are not anchored.
            """);
    assertThat(ladder.anchored()).isEqualTo(90);
  }

  @Test
  void aLogThatNothingHoldsSaysSo() {
    assertThat(AnchorLadder.of(3, List.of()).text())
        .isEqualTo(
            """
            entries 0 to 2: L0, nothing but this machine
            Nothing outside this machine holds this log: that it was cut or written anew would not show.
            """);
    assertThat(AnchorLadder.of(0, List.of()).text())
        .isEqualTo("There is no entry that could be anchored.\n");
  }

  @Test
  void whatCoversTheWholeLogLeavesNothingOver() {
    var ladder = AnchorLadder.of(1, List.of(new Held(1, Level.L2, "witness w")));

    assertThat(ladder.text())
        .isEqualTo(
            """
            entry 0: L2, witness w
            Tamper-evident up to checkpoint 1, published to witness w (L2).
            """);
  }
}
