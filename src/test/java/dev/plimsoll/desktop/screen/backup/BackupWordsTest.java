package dev.plimsoll.desktop.screen.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the page says in numbers and words.
class BackupWordsTest {
  private static final Times TIMES = new Times(() -> FakeBackups.NOW, ZoneOffset.UTC);

  @Test
  void madeVerifiedProvenAndBrokenDifferInColourIconAndWord() {
    var looks = Stream.of(RestorePoint.Level.values()).map(PointLook::of).toList();
    assertThat(looks).extracting(StandingLook::word).doesNotHaveDuplicates();
    assertThat(looks).extracting(StandingLook::icon).doesNotHaveDuplicates();
    assertThat(looks).extracting(StandingLook::tone).doesNotHaveDuplicates();
  }

  @Test
  void oneThatCouldNotBeReadIsNotCalledBroken() {
    var point = FakeBackups.point("b1", 0, RestorePoint.Proof.unread("b1: input/output error."));
    assertThat(PointLook.of(point.level()).word()).isEqualTo("COULD NOT TELL");
    assertThat(PointLook.meaning(point, TIMES)).isEqualTo("b1: input/output error.");
  }

  @Test
  void growthIsToldFromADayOnAndRoomIsDividedByIt() {
    var points =
        List.of(
            FakeBackups.point("b3", 0, RestorePoint.Proof.NONE),
            FakeBackups.point("b2", 1, RestorePoint.Proof.NONE),
            FakeBackups.point("b1", 2, RestorePoint.Proof.NONE));
    var growth = Growth.of(points, 50_000_000);
    assertThat(growth.stored()).isEqualTo(3_000_000);
    assertThat(growth.perDay()).isEqualTo(1_000_000);
    assertThat(growth.daysLeft()).isEqualTo(50);
    assertThat(growth.pace()).isEqualTo("1 MB a day; room for about 50 days");
    assertThat(Growth.of(points, 9_000_000).isTight()).isTrue();
    assertThat(Growth.of(points, -1).pace()).isEqualTo("1 MB a day");
    assertThat(Growth.of(points.subList(0, 1), 9).daysLeft()).isEqualTo(-1);
  }

  @Test
  void aPaceSaysHowFarHowFastAndHowLongStill() {
    var progress = new Progress(Stage.SAVING, 84_000_000, 168_000_000, 3, 12, "data/app.db");
    assertThat(new Pace(progress, Duration.ofSeconds(9), Duration.ofSeconds(4)).words())
        .isEqualTo("3 of 12 files · 84 MB of 168 MB · 21 MB a second · 4 s left");
    assertThat(new Pace(progress, Duration.ZERO, Duration.ZERO).words())
        .isEqualTo("3 of 12 files · 84 MB of 168 MB");
    assertThat(Pace.START.share()).isEqualTo(-1);
  }

  @Test
  void aTrailKeepsTheTimeOfWhatIsBehindAndShowsWhatIsAhead() {
    var start = Instant.parse("2026-11-21T10:00:00Z");
    var trail = new Trail(List.of(Stage.UNPACKING, Stage.COMPARING, Stage.CHECKING));
    trail.look(at(Stage.WAITING), start);
    trail.look(at(Stage.UNPACKING), start);
    trail.look(at(Stage.RUNNING), start.plusSeconds(3));
    assertThat(trail.rows())
        .containsExactly(
            new Trail.Row(Stage.UNPACKING, Trail.Phase.BEHIND, Duration.ofSeconds(3)),
            new Trail.Row(Stage.RUNNING, Trail.Phase.HERE, null),
            new Trail.Row(Stage.COMPARING, Trail.Phase.AHEAD, null),
            new Trail.Row(Stage.CHECKING, Trail.Phase.AHEAD, null));
    trail.look(at(Stage.CHECKING), start.plusSeconds(4));
    trail.look(at(Stage.DONE), start.plusSeconds(6));
    assertThat(trail.rows()).extracting(Trail.Row::phase).containsOnly(Trail.Phase.BEHIND);
  }

  private static Progress at(Stage stage) {
    return new Progress(stage, 0, 0, 0, 0, null);
  }

  @Test
  void rulesOfRetentionAreWords() {
    assertThat(Keeping.words(Keep.EVERYTHING)).isEqualTo("everything");
    assertThat(Keeping.words(new Keep(5, 7, null, 4, null, 3)))
        .isEqualTo("the last 5, 7 days, 4 weekly; never fewer than 3");
  }
}
