package dev.plimsoll.desktop.screen.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.task.HandTicker;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackupViewModelTest {
  private final FakeBackups backups = new FakeBackups();
  private final HandTicker ticker = new HandTicker();
  private final Times times = new Times(() -> FakeBackups.NOW, ZoneOffset.UTC);

  private BackupViewModel model(Executor background) {
    var tasks = new TaskRunner(background, Runnable::run);
    return new BackupViewModel(backups, new Rides(tasks, times.clock()), tasks, ticker, times);
  }

  private BackupViewModel loaded() {
    var model = model(Runnable::run);
    model.load();
    return model;
  }

  @Test
  void theFirstSetAndItsNewestPointAreChosenByThemselves() {
    backups.points.add(FakeBackups.point("b2", 1, FakeBackups.verified(1)));
    backups.points.add(FakeBackups.point("b1", 4, FakeBackups.proven(3)));
    var model = loaded();

    assertThat(model.lines()).hasSize(3);
    assertThat(model.selectedProperty().get()).isEqualTo(FakeBackups.OPS);
    assertThat(Objects.requireNonNull(model.pointProperty().get()).id()).isEqualTo("b2");
    assertThat(Objects.requireNonNull(model.lookProperty().get()).lastProven())
        .map(RestorePoint::id)
        .contains("b1");
    model.nextPoint();
    assertThat(Objects.requireNonNull(model.pointProperty().get()).id()).isEqualTo("b1");
  }

  @Test
  void aSetThatWasAskedForIsChosenOnceTheListIsRead() {
    var model = model(Runnable::run);
    model.selectWhen(set -> set.name().equals("settings"));
    model.load();

    assertThat(model.selectedProperty().get()).isEqualTo(FakeBackups.CONF);
    assertThat(model.pointProperty().get()).isNull();
  }

  @Test
  void aProjectWithoutASetSaysSo() {
    backups.groups =
        List.of(new SetGroup(Path.of("/x"), "engine", List.of(), "declares no backup set"));
    var model = loaded();

    assertThat(model.loadedProperty().get()).isTrue();
    assertThat(model.selectedProperty().get()).isNull();
    assertThat(model.lines())
        .containsExactly(new SetLine.Head("engine"), new SetLine.Nothing("declares no backup set"));
  }

  @Test
  void whatCannotBeReadIsToldAndGoesAwayWithTheNextLook() {
    backups.trouble = Problem.of("Backups not readable", "The disk is away.", "Plug it in.");
    var model = loaded();
    assertThat(model.problemProperty().get()).isSameAs(backups.trouble);
    assertThat(model.isReady()).isFalse();

    backups.trouble = null;
    model.refresh();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(model.isReady()).isTrue();
  }

  @Test
  void anActThatEndsIsShownAndTheSetIsLookedAtAnew() {
    var model = loaded();
    backups.points.add(FakeBackups.point("b1", 0, FakeBackups.verified(0)));
    model.perform(new Act.Take(false));

    assertThat(model.actProperty().get())
        .isInstanceOfSatisfying(
            ActState.Over.class,
            over -> assertThat(over.over()).isInstanceOf(Ride.Over.Done.class));
    assertThat(Objects.requireNonNull(model.pointProperty().get()).id()).isEqualTo("b1");
    assertThat(ticker.listeners()).isZero();
    model.forget();
    assertThat(model.actProperty().get()).isInstanceOf(ActState.Idle.class);
  }

  @Test
  void theNewPointIsChosenAfterABackupAndTheChosenOneStaysAfterAllElse() {
    backups.points.add(FakeBackups.point("b1", 4, FakeBackups.proven(3)));
    backups.points.add(FakeBackups.point("b0", 5, FakeBackups.proven(3)));
    var model = loaded();
    model.nextPoint();
    model.perform(new Act.Drill("b0"));
    assertThat(Objects.requireNonNull(model.pointProperty().get()).id()).isEqualTo("b0");

    backups.points.addFirst(FakeBackups.point("b2", 0, FakeBackups.verified(0)));
    model.perform(new Act.Take(false));
    assertThat(Objects.requireNonNull(model.pointProperty().get()).id()).isEqualTo("b2");
  }

  @Test
  void thatThereIsNoBackupIsNotSaidWhileTheOneThatWasTakenIsLookedFor() {
    var waiting = new ArrayDeque<Runnable>();
    var model = model(waiting::add);
    model.load();
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
    backups.points.add(FakeBackups.point("b1", 0, FakeBackups.verified(0)));
    model.perform(new Act.Take(false));
    waiting.poll().run();

    assertThat(model.actProperty().get()).isInstanceOf(ActState.Over.class);
    assertThat(model.lookProperty().get()).as("is being looked at").isNull();
    waiting.poll().run();
    assertThat(Objects.requireNonNull(model.lookProperty().get()).points()).hasSize(1);
  }

  @Test
  void thatThereIsNoBackupIsNotKnownWhereResticWasNotAsked() {
    var restic =
        new BackupSet(
            "far",
            FakeBackups.OPS.set().sources(),
            new BackupSet.Place(
                BackupSet.Engine.RESTIC, "/srv/r", "", BackupSet.Format.TAR_ZST, "KEY"),
            BackupSet.Keep.EVERYTHING,
            BackupSet.Proof.NONE,
            BackupSet.Around.NOTHING);
    var untrusted =
        new SetLook(List.of(), List.of(), SetLook.Permission.UNTRUSTED, -1, SetLook.Past.NONE);
    var allowed =
        new SetLook(List.of(), List.of(), SetLook.Permission.ALLOWED, -1, SetLook.Past.NONE);

    assertThat(untrusted.isUnknown(restic)).isTrue();
    assertThat(untrusted.isUnknown(FakeBackups.OPS.set())).isFalse();
    assertThat(allowed.isUnknown(restic)).isFalse();
  }

  @Test
  void aProblemOfAnActIsShownAsItIs() {
    var problem = Problem.of("Backup not taken", "data/app.db is gone.", "Put it back.");
    backups.ending =
        () -> {
          throw problem;
        };
    var model = loaded();
    model.perform(new Act.Take(false));

    assertThat(model.actProperty().get())
        .isInstanceOfSatisfying(
            ActState.Over.class,
            over -> assertThat(over.over()).isEqualTo(new Ride.Over.Failed(problem)));
  }

  @Test
  void nothingBeginsWhereNobodyTrustedTheProjectOrAnAuditorLooks() {
    backups.points.add(FakeBackups.point("b1", 1, FakeBackups.verified(1)));
    for (var permission : List.of(SetLook.Permission.UNTRUSTED, SetLook.Permission.READ_ONLY)) {
      backups.permission = permission;
      var model = loaded();
      model.perform(new Act.Take(false));
      assertThat(model.restore()).isEmpty();
    }
    assertThat(backups.begun).isEmpty();
  }

  @Test
  void anActGoesOnBehindAnotherPageAndIsFoundThereAgain() {
    var waiting = new ArrayDeque<Runnable>();
    var rides = new Rides(new TaskRunner(waiting::add, Runnable::run), times.clock());
    var tasks = new TaskRunner(Runnable::run, Runnable::run);
    var first = new BackupViewModel(backups, rides, tasks, ticker, times);
    first.load();
    first.perform(new Act.Take(false));
    first.perform(new Act.Take(false));
    assertThat(backups.begun).as("one at a time").hasSize(1);
    assertThat(rides.underWay()).containsExactly("Taking a backup (operations)");
    first.close();
    assertThat(ticker.listeners()).isZero();

    var again = new BackupViewModel(backups, rides, tasks, ticker, times);
    again.load();
    backups.progress = new Progress(Stage.SAVING, 5, 10, 1, 2, "data/app.db");
    ticker.beat();
    assertThat(again.actProperty().get())
        .isInstanceOfSatisfying(
            ActState.Running.class, running -> assertThat(running.pace().share()).isEqualTo(0.5));

    waiting.remove().run();
    assertThat(again.actProperty().get()).isInstanceOf(ActState.Over.class);
    assertThat(rides.underWay()).isEmpty();
  }

  @Test
  void stoppingInterruptsTheWorkAndSaysThatItWasStopped() throws Exception {
    var inside = new CountDownLatch(1);
    var window = new LinkedBlockingQueue<Runnable>();
    backups.ending =
        () -> {
          inside.countDown();
          new CountDownLatch(1).await();
          throw new IllegalStateException("never here");
        };
    var tasks = new TaskRunner(Runnable::run, Runnable::run);
    var working = new TaskRunner(task -> Thread.ofVirtual().start(task), window::add);
    var model =
        new BackupViewModel(backups, new Rides(working, times.clock()), tasks, ticker, times);
    model.load();
    model.perform(new Act.Take(false));
    assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
    model.stop();
    assertThat(model.actProperty().get())
        .isInstanceOfSatisfying(
            ActState.Running.class, running -> assertThat(running.stopping()).isTrue());

    Objects.requireNonNull(window.poll(30, TimeUnit.SECONDS)).run();
    assertThat(model.actProperty().get())
        .isInstanceOfSatisfying(
            ActState.Over.class,
            state -> assertThat(state.over()).isEqualTo(new Ride.Over.Stopped()));
  }
}
