package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.RestorePoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that takes, removes, restores or undoes with archives as they are made every day, says
/// when it begins, in which stage it is, and how it ended. It may be killed at any moment.
public final class BackupVictim {
  private static final long LOOK_AGAIN_NANOS = 300_000;

  private BackupVictim() {}

  /// @param args the yard's folder; `take`, `prune`, `restore`, `undo` or `recover`; for a restore
  ///   the backup
  public static void main(String[] args) throws Exception {
    var yard = Yard.at(Path.of(args[0]));
    yard.clock = InstantSource.system();
    yard.before.add(List.of("true"));
    yard.after.add(List.of("true"));
    if (args[1].equals("recover")) {
      var recovered = new Recovery(yard.root).run();
      System.out.println(
          recovered
              .map(each -> each.end() + " " + each.sentence())
              .orElse("NOTHING to put right."));
      return;
    }
    var work = work(yard, args);
    System.out.println("READY");
    Thread.ofPlatform().daemon().start(() -> tell(work));
    work.run();
    System.out.println("ENDED");
  }

  private static void tell(Work<?> work) {
    var told = Work.Stage.WAITING;
    while (true) {
      var now = work.progress().stage();
      if (now != told) {
        System.out.println("STAGE " + now);
        told = now;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static Work<?> work(Yard yard, String[] args) throws Exception {
    return switch (args[1]) {
      case "take" -> yard.own().take(TakeOptions.USUAL);
      case "prune" -> yard.own().remove(oldest(yard.own().points()));
      case "restore" -> {
        var origin = BackupOrigin.of(yard.own(), args[2]);
        var plan = new Planning(yard.site(), origin, yard.files()).plan(Choice.ALL, List.of());
        yield new RestoreWork(yard.set(), yard.site(), origin, plan, Yard.answer(plan));
      }
      case "undo" -> {
        var origin = UndoOrigin.of(yard.root, new UndoPoints(yard.root).all().getFirst().number());
        var plan = new Planning(yard.site(), origin, yard.files()).plan(Choice.ALL, List.of());
        yield new UndoWork(yard.set(), yard.site(), origin, plan, Yard.answer(plan));
      }
      default -> throw new IllegalArgumentException(args[1]);
    };
  }

  /// All but the newest two.
  private static List<String> oldest(List<RestorePoint> points) {
    return points.stream().skip(2).map(RestorePoint::id).toList().reversed();
  }
}
