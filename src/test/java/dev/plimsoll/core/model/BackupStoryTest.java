package dev.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.RestorePoint.Level;
import dev.plimsoll.core.model.RestorePoint.Proof;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BackupStoryTest {
  private static final Instant ON = Instant.parse("2026-11-21T12:00:00Z");

  private static RestorePoint point(String manifest, Proof proof) {
    return new RestorePoint(
        "app",
        "b.zip",
        ON,
        new RestorePoint.Content(1, 1, 1, List.of()),
        new RestorePoint.Of(null, null),
        manifest,
        proof);
  }

  private static BackupStory told(What what, Ending ending) {
    var act = new BackupAct("app", what, "b.zip", "m", ending, Figures.NONE);
    return new BackupStory(List.of(new BackupTold(act, ON, 7, null, null)));
  }

  @Test
  void whatTheLogTellsIsSaidOfABackup() {
    assertThat(told(What.TAKE, Ending.DONE).judged(point("m", Proof.NONE)).level())
        .isEqualTo(Level.VERIFIED);
    assertThat(told(What.DRILL, Ending.DONE).judged(point("m", Proof.NONE)).level())
        .isEqualTo(Level.PROVEN);
    assertThat(told(What.VERIFY, Ending.FAILED).judged(point("m", Proof.NONE)).level())
        .isEqualTo(Level.BROKEN);
  }

  @Test
  void aBackupOfThatNameWithAnotherManifestIsNotTheOneThatWasProven() {
    assertThat(told(What.DRILL, Ending.DONE).judged(point("other", Proof.NONE)).level())
        .isEqualTo(Level.BROKEN);
  }

  @Test
  void oneThatCannotBeListedStaysBrokenWhateverWasTold() {
    var broken = point("", new Proof(null, null, "It is cut off."));
    assertThat(BackupStory.NONE.judged(broken).proof().failed()).isEqualTo("It is cut off.");
    assertThat(told(What.DRILL, Ending.DONE).judged(broken).proof().failed())
        .isEqualTo("It is cut off.");
  }
}
