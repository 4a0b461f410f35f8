package dev.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupTellingTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

  private final List<BackupTold> told = new ArrayList<>();

  private BackupTellingTest then(
      What what, String id, @Nullable String manifest, @Nullable Ending ending) {
    var figures = new Figures(what + " of " + id, 0, 0, 0, -1, List.of(), List.of());
    told.add(
        new BackupTold(
            new BackupAct("shop", what, id, manifest, ending, figures),
            START.plus(Duration.ofHours(told.size())),
            told.size(),
            null,
            null));
    return this;
  }

  private BackupStory story() {
    return new BackupStory(told);
  }

  private RestorePoint.Level level(String id, String manifest) {
    return story()
        .judged(
            new RestorePoint(
                "shop",
                id,
                START,
                new RestorePoint.Content(1, 1, 1, List.of()),
                new RestorePoint.Of(null, null),
                manifest,
                RestorePoint.Proof.NONE))
        .level();
  }

  @Test
  void aBackupThatTheLogDoesNotKnowIsMadeAndNoMore() {
    then(What.TAKE, "other", "m1", Ending.DONE);

    assertThat(level("one", "m1")).isEqualTo(RestorePoint.Level.MADE);
  }

  @Test
  void whatBeganAndNeverEndedProvesNothing() {
    then(What.DRILL, "one", "m1", null).then(What.VERIFY, "one", "m1", Ending.OPEN);

    assertThat(level("one", "m1")).isEqualTo(RestorePoint.Level.MADE);
    assertThat(story().lastProven("shop")).isEmpty();
  }

  @Test
  void aLaterFailureTakesBackWhatWasProvenAndALaterDrillProvesItAgain() {
    then(What.TAKE, "one", "m1", Ending.DONE);
    assertThat(level("one", "m1")).isEqualTo(RestorePoint.Level.VERIFIED);
    then(What.DRILL, "one", "m1", Ending.DONE);
    assertThat(level("one", "m1")).isEqualTo(RestorePoint.Level.PROVEN);
    then(What.VERIFY, "one", null, Ending.FAILED);

    assertThat(level("one", "m1")).isEqualTo(RestorePoint.Level.BROKEN);
    assertThat(story().lastProven("shop")).isEmpty();
    assertThat(story().rollbackPoint(Set.of("shop"))).isEmpty();

    then(What.DRILL, "one", "m1", Ending.DONE);
    assertThat(level("one", "m1")).isEqualTo(RestorePoint.Level.PROVEN);
  }

  @Test
  void aBackupWithAnotherManifestIsNotTheOneThatWasProven() {
    then(What.TAKE, "one", "m1", Ending.DONE).then(What.DRILL, "one", "m1", Ending.DONE);

    assertThat(level("one", "m2")).isEqualTo(RestorePoint.Level.BROKEN);
    assertThat(story().otherThan("shop", "one", "m2")).get().asString().contains("2026-03-01");
    assertThat(story().otherThan("shop", "one", "m1")).isEmpty();
  }

  @Test
  void theWayBackIsTheBackupThatWasVerifiedLastAndItsOwnProof() {
    then(What.TAKE, "one", "m1", Ending.DONE)
        .then(What.DRILL, "one", "m1", Ending.DONE)
        .then(What.TAKE, "two", "m2", Ending.DONE);

    assertThat(story().rollbackPoint(Set.of("shop")))
        .get()
        .satisfies(point -> {
          assertThat(point.id()).isEqualTo("two");
          assertThat(point.provenOn()).isNull();
        });
    assertThat(story().lastProven("shop"))
        .get()
        .satisfies(proven -> {
          assertThat(proven.id()).isEqualTo("one");
        });
    then(What.DRILL, "two", "m2", Ending.DONE).then(What.VERIFY, "two", "m2", Ending.DONE);

    assertThat(story().rollbackPoint(Set.of("shop")))
        .get()
        .satisfies(point -> {
          assertThat(point.provenOn()).isEqualTo(START.plus(Duration.ofHours(3)));
        });
    assertThat(story().rollbackPoint(Set.of("other"))).isEmpty();
  }

  @Test
  void whatNeverSaidHowItEndedStaysOpen() {
    then(What.RESTORE, "one", "m1", null);
    assertThat(story().open()).hasSize(1);
    then(What.RESTORE, "one", "m1", Ending.FAILED);
    assertThat(story().open()).isEmpty();
  }
}
