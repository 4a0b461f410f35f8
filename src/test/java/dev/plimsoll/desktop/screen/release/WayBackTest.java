package dev.plimsoll.desktop.screen.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.RollbackPoint;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayBackTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:00:00Z");
  private static final Optional<String> TAG = Optional.of("v1.4.2");

  private static RollbackPoint point(Instant provenOn) {
    return new RollbackPoint("shop", "b1.zip", "0".repeat(64), provenOn);
  }

  @Test
  void theBackupIsNamedWithTheTagBesideIt() {
    var words = WayBack.of(true, Optional.of(point(NOW)), TAG);
    assertThat(words.point()).isEqualTo("b1");
    assertThat(words.remark())
        .isEqualTo("backup of shop, proven restorable; the release before: v1.4.2");
  }

  @Test
  void aBackupThatWasNeverProvenSaysSo() {
    assertThat(WayBack.of(true, Optional.of(point(null)), Optional.empty()).remark())
        .isEqualTo("backup of shop, verified, never proven restorable; this is the first release");
  }

  @Test
  void setsWithoutASoundBackupAreNotPassedOverForTheTag() {
    var words = WayBack.of(true, Optional.empty(), TAG);
    assertThat(words.point()).isEqualTo("no sound backup");
    assertThat(words.remark()).isEqualTo("the release before: v1.4.2");
  }

  @Test
  void aProjectWithoutDataGoesBackToTheReleaseBefore() {
    assertThat(WayBack.of(false, Optional.empty(), TAG).point()).isEqualTo("v1.4.2");
    assertThat(WayBack.of(false, Optional.empty(), Optional.empty()).remark())
        .isEqualTo("this is the first release");
  }
}
