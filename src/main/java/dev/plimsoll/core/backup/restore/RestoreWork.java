package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.function.Consumer;

/// Puts files of a backup back, all that were chosen or none (docs/formats/backup.md). A stop
/// before the exchange leaves everything as it is; during it, it is finished or taken back.
public final class RestoreWork implements Work<Restored> {
  private final BackupSet set;
  private final Site site;
  private final Origin origin;
  private final RestorePlan plan;
  private final Consent consent;
  private Meter meter = new Meter(point -> {});

  /// @param plan of that origin, as it was shown
  /// @param consent what was said to it
  public RestoreWork(BackupSet set, Site site, Origin origin, RestorePlan plan, Consent consent) {
    this.set = set;
    this.site = site;
    this.origin = origin;
    this.plan = plan;
    this.consent = consent;
  }

  /// @param points is told of each point that is reached, on the working thread
  RestoreWork watched(Consumer<String> points) {
    meter = new Meter(points);
    return this;
  }

  @Override
  public Progress progress() {
    return meter.progress();
  }

  /// @throws Problem where it cannot be done; its sentence says that every file is as it was, or
  ///   where that is not so, what is
  @Override
  public Restored run() throws InterruptedException {
    if (!origin.name().equals(plan.name())) {
      throw Problem.of(
          "Files not put back",
          plan.name().id() + " is not the backup any more that was looked at. Nothing was changed.",
          "Find out who replaced it, then look again what would change.");
    }
    agreed("Files not put back", plan, consent);
    return new Exchange(
            new Exchange.Job(origin, plan, set.around(), null),
            site,
            new Targets(site.root(), set.sources().files()),
            meter)
        .run();
  }

  static void agreed(String intent, RestorePlan plan, Consent consent) {
    if (plan.files().isEmpty() && plan.folders().isEmpty() && plan.gone().isEmpty()) {
      throw Problem.of(
          intent, "There is nothing in it. Nothing was changed.", "Choose another one.");
    }
    var stranger = plan.stranger();
    if (stranger != null && !consent.acceptsStranger()) {
      throw Problem.of(
          intent,
          stranger + " Nothing was changed.",
          "Choose a backup of this product, or say that this one is meant.");
    }
    List<String> obstacles = plan.obstacles();
    if (!obstacles.isEmpty()) {
      throw Problem.of(
          intent,
          obstacles.getFirst()
              + (obstacles.size() == 1 ? "" : " " + (obstacles.size() - 1) + " more.")
              + " Nothing was changed.",
          "Put that right, then look again.");
    }
    if (!consent.answers(plan.ask())) {
      throw Problem.of(
          intent,
          plan.ask().sentence() + " Nothing was changed.",
          "Look at the plan, then confirm.");
    }
  }
}
