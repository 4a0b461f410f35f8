package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupSet;
import java.util.function.Consumer;

/// Puts back what stood there before files were put back. It is a restore like any other, from an
/// undo point: what it replaces is kept, so that it can be undone as well; the undo point it came
/// from is used up.
public final class UndoWork implements Work<Restored> {
  private final BackupSet set;
  private final Site site;
  private final UndoOrigin origin;
  private final RestorePlan plan;
  private final Consent consent;
  private Meter meter = new Meter(point -> {});

  /// @param plan of that undo point, as it was shown
  /// @param consent what was said to it: entries that came after the restore would be lost
  public UndoWork(BackupSet set, Site site, UndoOrigin origin, RestorePlan plan, Consent consent) {
    this.set = set;
    this.site = site;
    this.origin = origin;
    this.plan = plan;
    this.consent = consent;
  }

  /// @param points is told of each point that is reached, on the working thread
  UndoWork watched(Consumer<String> points) {
    meter = new Meter(points);
    return this;
  }

  @Override
  public Progress progress() {
    return meter.progress();
  }

  /// @throws dev.plimsoll.core.model.Problem as [RestoreWork#run]
  @Override
  public Restored run() throws InterruptedException {
    RestoreWork.agreed("Restore not undone", plan, consent);
    return new Exchange(
            new Exchange.Job(origin, plan, set.around(), origin.number()),
            site,
            new Targets(site.root(), set.sources().files()),
            meter)
        .run();
  }
}
