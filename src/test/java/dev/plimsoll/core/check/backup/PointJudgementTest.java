package dev.plimsoll.core.check.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.RestorePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is said of a set whose newest backup lies there and is not read, or not sound.
class PointJudgementTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String WHY = "backup_1.zip: input/output error.";

  @Test
  void oneThatCannotBeReadIsNeitherPassedNorFailed() {
    assertThat(judged(RestorePoint.Proof.unread(WHY)))
        .isInstanceOfSatisfying(
            Outcome.Inconclusive.class,
            untold ->
                assertThat(untold.findings())
                    .singleElement()
                    .satisfies(finding -> {
                      assertThat(finding.message()).isEqualTo("backup_1.zip: " + WHY);
                      assertThat(finding.next()).contains("disk");
                    }));
  }

  @Test
  void oneThatWasReadAndIsWrongFails() {
    assertThat(judged(new RestorePoint.Proof(NOW, NOW, WHY))).isInstanceOf(Outcome.Failed.class);
    assertThat(judged(new RestorePoint.Proof(NOW, null, null))).isInstanceOf(Outcome.Passed.class);
  }

  private static Outcome judged(RestorePoint.Proof proof) {
    var verb = new PointCheck("shop", Duration.ofDays(2), null, true, List.of());
    var point =
        new RestorePoint(
            "shop",
            "backup_1.zip",
            NOW.minusSeconds(60),
            new RestorePoint.Content(1, 1, 1, List.of()),
            new RestorePoint.Of(null, null),
            "",
            proof);
    return new PointJudgement(verb, new Expected(List.of(), new Variables(Map.of())), NOW)
        .judge(List.of(point), BackupStory.NONE);
  }
}
