package dev.plimsoll.desktop.screen.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.Origin;
import dev.plimsoll.core.backup.restore.PlannedFile;
import dev.plimsoll.core.backup.restore.UndoPoint;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.desktop.screen.backup.RestoreViewModel.Step;
import dev.plimsoll.desktop.task.HandTicker;
import dev.plimsoll.desktop.task.TaskRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreViewModelTest {
  private final FakeBackups backups = new FakeBackups();
  private final HandTicker ticker = new HandTicker();
  private final RestoreViewModel.Pulse pulse =
      new RestoreViewModel.Pulse(ticker, InstantSource.fixed(FakeBackups.NOW));

  @BeforeEach
  void aPointWithThreeFiles() {
    backups.points.add(FakeBackups.point("b1", 2, FakeBackups.proven(1)));
    backups.files.addAll(
        List.of(
            new PointFile("data/app.db", "sqlite", 4096),
            new PointFile("data/audit/ops.jsonl", "log", 900),
            new PointFile("conf/app.toml", "plain", 40)));
  }

  private RestoreViewModel begun() {
    var way =
        new RestoreViewModel(
            FakeBackups.OPS,
            new Errand.Restore(backups.points, backups.points.getFirst()),
            backups,
            new TaskRunner(Runnable::run, Runnable::run),
            pulse);
    way.load();
    return way;
  }

  @Test
  void allFilesAreChosenUntilSomeAre() {
    var way = begun();
    assertThat(way.chosen()).hasSize(3);
    way.chooseSome();
    assertThat(way.mayGoOn()).as("no file chosen").isFalse();
    way.searchProperty().set("DATA ops");
    assertThat(way.found()).extracting(PointFile::path).containsExactly("data/audit/ops.jsonl");
    way.toggleFound();
    way.searchProperty().set("");
    assertThat(way.chosen()).extracting(PointFile::path).containsExactly("data/audit/ops.jsonl");
    way.next();
    assertThat(Objects.requireNonNull(way.offerProperty().get()).plan().files())
        .extracting(PlannedFile::path)
        .containsExactly("data/audit/ops.jsonl");
    assertThat(way.back()).isTrue();
    way.chooseAll();
    assertThat(way.chosen()).hasSize(3);
    assertThat(way.back()).as("nothing lies before the first step").isFalse();
  }

  @Test
  void whatAnEarlierLookFindsLateIsAboutAnotherChoice() {
    var looking = new ArrayList<Runnable>();
    var way =
        new RestoreViewModel(
            FakeBackups.OPS,
            new Errand.Restore(backups.points, backups.points.getFirst()),
            backups,
            new TaskRunner(looking::add, Runnable::run),
            pulse);
    way.load();
    looking.removeFirst().run();
    way.next();
    way.back();
    way.chooseSome();
    way.toggle("conf/app.toml");
    way.next();
    looking.removeLast().run();
    looking.removeFirst().run();
    assertThat(Objects.requireNonNull(way.offerProperty().get()).plan().files())
        .extracting(PlannedFile::path)
        .containsExactly("conf/app.toml");
  }

  @Test
  void whileItIsComparedItIsSaidHowFarThatIsAndItCanBeStopped() {
    var looking = new ArrayList<Runnable>();
    var way =
        new RestoreViewModel(
            FakeBackups.OPS,
            new Errand.Restore(backups.points, backups.points.getFirst()),
            backups,
            new TaskRunner(looking::add, Runnable::run),
            pulse);
    way.load();
    looking.removeFirst().run();
    assertThat(way.isComparing()).isFalse();

    way.next();
    assertThat(way.isComparing()).isTrue();
    backups.progress = new Work.Progress(Work.Stage.COMPARING, 400, 5_036, 1, 3, "data/app.db");
    ticker.beat();
    assertThat(Objects.requireNonNull(way.paceProperty().get()).words()).startsWith("1 of 3 files");

    way.stop();
    assertThat(way.isComparing()).isFalse();
    assertThat(ticker.listeners()).isZero();
    assertThat(Objects.requireNonNull(way.problemProperty().get()).where())
        .contains("You stopped it. Nothing was changed.");
    looking.removeFirst().run();
    assertThat(way.offerProperty().get()).as("nobody waits for it any more").isNull();
    assertThat(way.mayGoOn()).isFalse();

    assertThat(way.back()).isTrue();
    way.next();
    looking.removeFirst().run();
    assertThat(way.offerProperty().get()).isNotNull();
    assertThat(way.problemProperty().get()).isNull();
    assertThat(ticker.listeners()).isZero();
  }

  @Test
  void aStopReachesTheThreadThatCompares() throws Exception {
    var looking = new ArrayList<Runnable>();
    var begun = new CountDownLatch(1);
    backups.comparing =
        () -> {
          begun.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
          }
        };
    var way =
        new RestoreViewModel(
            FakeBackups.OPS,
            new Errand.Restore(backups.points, backups.points.getFirst()),
            backups,
            new TaskRunner(looking::add, Runnable::run),
            pulse);
    way.load();
    looking.removeFirst().run();
    way.next();
    var thread = Thread.ofPlatform().daemon().start(looking.removeFirst());
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    way.close(); // as when the page is left

    assertThat(thread.join(Duration.ofSeconds(30))).as("it has ended").isTrue();
    assertThat(way.offerProperty().get()).isNull();
    assertThat(way.problemProperty().get()).isNull();
  }

  @Test
  void entriesThatAreLostHaveToBeTypedAsTheirNumber() {
    backups.log(1284, 1270, 14);
    var way = begun();
    way.next();
    assertThat(way.stepProperty().get()).isEqualTo(Step.CHANGES);
    for (var wrong : List.of("", "yes", "15", "1 4")) {
      way.typedProperty().set(wrong);
      assertThat(way.mayGoOn()).as(wrong).isFalse();
      way.next();
      assertThat(way.stepProperty().get()).isEqualTo(Step.CHANGES);
    }
    way.typedProperty().set(" 14 ");
    way.next();
    assertThat(way.stepProperty().get()).isEqualTo(Step.CONFIRM);
    assertThat(way.confirmed())
        .isInstanceOfSatisfying(
            Act.Restore.class, act -> assertThat(act.consent()).isEqualTo(Consent.typed("14")));
  }

  @Test
  void whatIsTypedCountsForOneLookAlone() {
    backups.log(20, 10, 10);
    var way = begun();
    way.next();
    way.typedProperty().set("10");
    assertThat(way.back()).isTrue();
    way.next();
    assertThat(way.mayGoOn()).isFalse();
    assertThatThrownBy(way::confirmed).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void afterOneThatWasRefusedWhatWouldChangeIsLookedAtAnew() {
    backups.log(1284, 1270, 14);
    var way = begun();
    way.next();
    way.typedProperty().set("14");
    way.next();
    backups.log(1290, 1270, 20);

    way.again();

    assertThat(way.stepProperty().get()).isEqualTo(Step.CHANGES);
    assertThat(Objects.requireNonNull(way.offerProperty().get()).plan().logs().getFirst().lost())
        .isEqualTo(20);
    assertThat(way.mayGoOn()).as("the former number counts no more").isFalse();
  }

  @Test
  void aLossThatCouldNotBeToldIsNeverTakenForNone() {
    backups.log(20, 10, -1);
    var way = begun();
    way.next();
    assertThat(way.mayGoOn()).isFalse();
    way.typedProperty().set("Unknown");
    assertThat(way.mayGoOn()).isTrue();
  }

  @Test
  void aRestoreThatChangesNothingIsNotGoneOnWith() {
    backups.files.forEach(file -> backups.nows.put(file.path(), PlannedFile.Now.SAME));
    var way = begun();
    way.next();
    var offer = Objects.requireNonNull(way.offerProperty().get());
    assertThat(offer.sentence()).contains("Nothing would change");
    assertThat(way.mayGoOn()).isFalse();
  }

  @Test
  void aBackupOfAnotherProductIsPutBackOnlyWhereItIsSaidToBeMeant() {
    backups.stranger = "It was taken of engine, and this project is customer-ops.";
    var way = begun();
    way.next();
    assertThat(way.mayGoOn()).isFalse();
    way.strangerProperty().set(true);
    way.next();
    assertThat(way.confirmed())
        .isInstanceOfSatisfying(
            Act.Restore.class, act -> assertThat(act.consent().acceptsStranger()).isTrue());
  }

  @Test
  void anUndoBeginsWithWhatItWouldChange() {
    var name =
        new Origin.Name(BackupAct.What.RESTORE, "operations", "b1", null, null, FakeBackups.NOW);
    backups.points.add(FakeBackups.point("000001", 0, FakeBackups.proven(0)));
    var way =
        new RestoreViewModel(
            FakeBackups.OPS,
            new Errand.Undo(new UndoPoint("000001", name, FakeBackups.NOW, 3, 9)),
            backups,
            new TaskRunner(Runnable::run, Runnable::run),
            pulse);
    way.load();
    assertThat(way.stepProperty().get()).isEqualTo(Step.CHANGES);
    assertThat(way.back()).isFalse();
    way.next();
    assertThat(way.confirmed()).isInstanceOf(Act.Undo.class);
  }

  @Test
  void whatChangesIsCountedInWords() {
    backups.nows.put("conf/app.toml", PlannedFile.Now.SAME);
    backups.nows.put("data/app.db", PlannedFile.Now.MISSING);
    var way = begun();
    way.next();
    assertThat(Objects.requireNonNull(way.offerProperty().get()).sentence())
        .isEqualTo("1 file is written over, 1 file comes back, 1 file is the same.");
  }
}
