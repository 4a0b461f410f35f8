package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Picture;
import dev.plimsoll.desktop.kit.TestSurroundings;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.task.HandTicker;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Writes pictures of the page of backups in states that are hard to come by: `java ...
/// BackupGallery FOLDER WIDTHxHEIGHT:PERCENT:THEME`.
public final class BackupGallery {
  private final Path folder;
  private final Look look;
  private final double width;
  private final double height;
  private final FakeBackups backups = new FakeBackups();
  private final HandTicker ticker = new HandTicker();
  private final AtomicReference<Instant> now = new AtomicReference<>(FakeBackups.NOW);

  private BackupGallery(Path folder, Look look, double width, double height) {
    this.folder = folder;
    this.look = look;
    this.width = width;
    this.height = height;
    var at = List.of(0, 1, 2, 3, 9, 16);
    for (var i = 0; i < at.size(); i++) {
      var days = at.get(i);
      var proof =
          switch (i) {
            case 0 -> RestorePoint.Proof.NONE;
            case 1 -> FakeBackups.verified(1);
            case 2 ->
                new RestorePoint.Proof(
                    null, null, "data/app.db is not what the manifest says: byte 40,960 differs.");
            case 3 -> FakeBackups.proven(3);
            default -> FakeBackups.verified(days);
          };
      backups.points.add(point(days, proof));
      backups.fates.add(
          new SetLook.Fate(
              backups.points.getLast().id(),
              i < 5,
              i == 0
                  ? "newest"
                  : i == 3
                      ? "last proven"
                      : i < 5 ? "younger than 7 days" : "older than 7 days, and no weekly one"));
    }
    for (var path :
        List.of(
            "data/app.db",
            "data/audit/ops.jsonl",
            "conf/app.toml",
            "conf/roles.toml",
            "conf/tls/ca.pem")) {
      backups.files.add(
          new PointFile(
              path,
              path.endsWith("db")
                  ? "sqlite"
                  : path.endsWith("l") && path.startsWith("data") ? "log" : "plain",
              path.length() * 17_311L));
    }
  }

  private static RestorePoint point(int days, RestorePoint.Proof proof) {
    var taken = FakeBackups.NOW.minus(Duration.ofDays(days)).minusSeconds(28_800);
    return new RestorePoint(
        "operations",
        "backup_202611" + (21 - days) + "_020000.tar.zst",
        taken,
        new RestorePoint.Content(
            12,
            84_100_000 - days * 1_200_000L,
            31_000_000 - days * 900_000L,
            List.of(
                new RestorePoint.LogHead(
                    "data/audit/ops.jsonl",
                    1284 - days * 14L,
                    "aetherlink",
                    "ed2f726aba19c4d0bdc294573c941890241b7e618d91ca397b916ab8e22a630b"))),
        new RestorePoint.Of(
            days > 3 ? "1.4.2" : "1.5.0", "4be19f7a0000000000000000000000000a90c2d1"),
        "00",
        proof);
  }

  public static void main(String[] arguments) throws Exception {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      for (var i = 1; i < arguments.length; i++) {
        var parts = arguments[i].split(":");
        var size = parts[0].split("x");
        new BackupGallery(
                Path.of(arguments[0]),
                new Look(Look.Theme.valueOf(parts[2]), Integer.parseInt(parts[1])),
                Double.parseDouble(size[0]),
                Double.parseDouble(size[1]))
            .draw();
      }
    } finally {
      Platform.exit();
    }
  }

  private void draw() throws Exception {
    draw("overview", (_, _) -> {});
    draw("broken", (model, _) -> model.choose(backups.points.get(2)));
    draw("proven", (model, _) -> model.choose(backups.points.get(3)));
    backups.progress =
        new Progress(Work.Stage.SAVING, 40_000_000, 84_100_000, 3, 12, "data/audit/ops.jsonl");
    draw(
        "take",
        (model, _) -> {
          model.perform(new Act.Take(false));
          now.set(FakeBackups.NOW.plusSeconds(3));
          ticker.beat();
        });
    now.set(FakeBackups.NOW);
    backups.ending =
        () ->
            new Ended(
                Ended.Level.GOOD,
                "Proven restorable",
                "backup_20261121_020000.tar.zst was restored into a scratch folder: 12 files are as"
                    + " the manifest says.",
                "x",
                List.of(
                    new Ended.Detail(Ended.Level.GOOD, "integrity_check of data/app.db", "ok"),
                    new Ended.Detail(
                        Ended.Level.GOOD,
                        "rows of orders in data/app.db",
                        "20,000, as when it was taken"),
                    new Ended.Detail(
                        Ended.Level.GOOD, "chain of data/audit/ops.jsonl", "1,284 entries, whole"),
                    new Ended.Detail(
                        Ended.Level.GOOD, "sqlite3 data/app.db \"select 1\"", "exit code 0")));
    draw("drill-done", (model, _) -> done(model, new Act.Drill("x")));
    backups.ending =
        () -> {
          throw Problem.of(
              "Backup not taken",
              "data/app.db is gone.",
              "Put it back, then take the backup again. Nothing was published, and nothing"
                  + " removed.");
        };
    draw("failed", (model, _) -> done(model, new Act.Take(false)));
    draw("restore-1", (_, view) -> act(view, "R"));
    draw(
        "restore-1-some",
        (_, view) -> {
          act(view, "R");
          ((javafx.scene.control.RadioButton) view.root().lookup("#restore-some")).fire();
        });
    backups.log(1298, 1284, 14);
    backups.nows.put("conf/app.toml", dev.plimsoll.core.backup.restore.PlannedFile.Now.SAME);
    backups.nows.put("conf/tls/ca.pem", dev.plimsoll.core.backup.restore.PlannedFile.Now.MISSING);
    backups.around =
        new dev.plimsoll.core.model.BackupSet.Around(
            List.of(List.of("docker", "compose", "stop")),
            List.of(List.of("docker", "compose", "start")));
    draw(
        "restore-2",
        (_, view) -> {
          act(view, "R");
          act(view, "Ctrl+Enter");
        });
    draw(
        "restore-3",
        (_, view) -> {
          act(view, "R");
          act(view, "Ctrl+Enter");
          ((javafx.scene.control.TextField) view.root().lookup("#restore-typed")).setText("14");
          act(view, "Ctrl+Enter");
        });
    backups.past = new SetLook.Past(true, null);
    draw("unfinished", (_, _) -> {});
    backups.past = SetLook.Past.NONE;
    backups.permission = SetLook.Permission.UNTRUSTED;
    draw("untrusted", (_, _) -> {});
    backups.permission = SetLook.Permission.ALLOWED;
    backups.points.clear();
    draw("no-point", (_, _) -> {});
    backups.groups =
        List.of(
            new SetGroup(
                Path.of("/home/ops/customer-ops"),
                "customer-ops",
                List.of(),
                "declares no backup set"));
    draw("no-set", (_, _) -> {});
  }

  private static void done(BackupViewModel model, Act act) {
    model.perform(act);
  }

  private static void act(BackupView view, String keys) {
    List.copyOf(view.actions()).stream()
        .filter(action -> keys.equals(action.keys()) && action.possible().get())
        .findFirst()
        .ifPresent(Action::perform);
    view.root().applyCss();
    view.root().layout();
  }

  private void draw(String name, BiConsumer<BackupViewModel, BackupView> then) throws Exception {
    onWindow(() -> {
      var tasks = new TaskRunner(Runnable::run, Runnable::run);
      var work = name.equals("take") ? new TaskRunner(_ -> {}, Runnable::run) : tasks;
      var times = new Times(now::get, ZoneOffset.UTC);
      var model =
          new BackupViewModel(backups, new Rides(work, times.clock()), tasks, ticker, times);
      var view = new BackupView(model, new TestSurroundings().surroundings());
      var scene = new Scene(view.root(), width, height);
      look.applyTo(scene);
      var stage = new Stage();
      stage.setScene(scene);
      stage.show();
      view.onShown();
      then.accept(model, view);
      return scene;
    });
    new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS);
    onWindow(() -> {
      var stage = (Stage) javafx.stage.Window.getWindows().getLast();
      Picture.write(
          stage.getScene(),
          1,
          folder.resolve(name + "-" + look.percent() + "-" + look.theme() + ".png"));
      stage.close();
      return null;
    });
  }

  private static <T> T onWindow(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(1, TimeUnit.MINUTES);
  }
}
