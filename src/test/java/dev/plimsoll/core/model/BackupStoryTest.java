package dev.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.RestorePoint.Level;
import dev.plimsoll.core.model.RestorePoint.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private static BackupTold told(long seq, What what, @Nullable String id, String... removed) {
    var figures = new Figures(null, 0, 0, 0, -1, List.of(removed), List.of());
    var act = new BackupAct("app", what, id, id == null ? null : "m-" + id, Ending.DONE, figures);
    return new BackupTold(act, ON.plusSeconds(seq), seq, null, null);
  }

  private static String back(BackupTold... told) {
    return new BackupStory(List.of(told))
        .rollbackPoint(Set.of("app"))
        .map(RollbackPoint::id)
        .orElse("none");
  }

  @Test
  void aReleaseGoesBackToTheNewestBackupAlthoughAnOlderOneWasVerifiedLater() {
    assertThat(
            back(
                told(1, What.TAKE, "old"),
                told(2, What.TAKE, "new"),
                told(3, What.VERIFY, "new"),
                told(4, What.VERIFY, "old")))
        .isEqualTo("new");
  }

  @Test
  void aReleaseDoesNotGoBackToABackupThatWasRemoved() {
    assertThat(back(told(1, What.TAKE, "old"), told(2, What.PRUNE, null, "old"))).isEqualTo("none");
  }
}
