package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.restore.Planning;
import dev.plimsoll.core.backup.restore.RestorePlan;
import org.jspecify.annotations.Nullable;

/// Looks what a restore or an undo would change. Use it once.
final class PlanWork implements Work<RestorePlan> {
  private final Doing doing;
  private volatile @Nullable Planning planning;
  private volatile boolean begun;
  private volatile boolean done;

  /// What is done once it is known what is compared.
  interface Doing {
    /// @param begins is told before anything is compared
    RestorePlan plan(Begins begins) throws InterruptedException;
  }

  interface Begins {
    Planning with(Planning planning);
  }

  PlanWork(Doing doing) {
    this.doing = doing;
  }

  @Override
  public RestorePlan run() throws InterruptedException {
    begun = true;
    var plan =
        doing.plan(made -> {
          planning = made;
          return made;
        });
    done = true;
    return plan;
  }

  @Override
  public Progress progress() {
    if (!begun) {
      return Progress.NONE;
    }
    var compares = planning;
    var progress = compares == null ? Progress.NONE : compares.progress();
    return done || progress.stage() == Stage.WAITING
        ? new Progress(done ? Stage.DONE : Stage.LOOKING, 0, 0, 0, 0, null)
        : progress;
  }
}
