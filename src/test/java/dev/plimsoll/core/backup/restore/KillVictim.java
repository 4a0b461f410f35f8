package dev.plimsoll.core.backup.restore;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A process that puts files back, says when it comes to a point, and waits there to be killed.
public final class KillVictim {
  private KillVictim() {}

  /// @param args the yard's folder, `restore` or `undo`, and the point
  public static void main(String[] args) throws Exception {
    var yard = Yard.at(Path.of(args[0]));
    yard.before.add(List.of("true"));
    yard.after.add(List.of("true"));
    if (args[1].equals("restore")) {
      var plan = yard.plan();
      yard.restore(plan, Yard.answer(plan)).watched(waiting(args[2])).run();
    } else {
      var origin = UndoOrigin.of(yard.root, new UndoPoints(yard.root).all().getFirst().number());
      var plan = new Planning(yard.site(), origin, yard.files()).plan(Choice.ALL, List.of());
      new UndoWork(yard.set(), yard.site(), origin, plan, Yard.answer(plan))
          .watched(waiting(args[2]))
          .run();
    }
    System.out.println("ENDED");
  }

  private static Consumer<String> waiting(String wanted) {
    return point -> {
      if (point.equals(wanted)) {
        System.out.println("AT " + point);
        while (true) {
          LockSupport.park();
        }
      }
    };
  }
}
