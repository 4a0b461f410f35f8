package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.restore.BackupOrigin;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.DrillWork;
import dev.plimsoll.core.backup.restore.Drilled;
import dev.plimsoll.core.backup.restore.Held;
import dev.plimsoll.core.backup.restore.Origin;
import dev.plimsoll.core.backup.restore.PlannedLog;
import dev.plimsoll.core.backup.restore.Planning;
import dev.plimsoll.core.backup.restore.Programs;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.backup.restore.RestoreWork;
import dev.plimsoll.core.backup.restore.Restored;
import dev.plimsoll.core.backup.restore.Site;
import dev.plimsoll.core.backup.restore.UndoOrigin;
import dev.plimsoll.core.backup.restore.UndoWork;
import dev.plimsoll.core.backup.source.Lister;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans, restores, undoes and drills of one set, each told to the log. Thread-safe.
final class Restoring {
  private final BackupSet set;
  private final Surroundings around;
  private final BackupEngine engine;
  private final ActLog log;
  private final Site site;

  Restoring(BackupSet set, Surroundings around, BackupEngine engine, ActLog log) {
    this.set = set;
    this.around = around;
    this.engine = engine;
    this.log = log;
    this.site =
        new Site(
            around.repository(),
            around.project().product(),
            new Programs(around.machine().environment(), around.machine().mask()),
            new ProjectLooks(around),
            around.machine().clock());
  }

  Work<RestorePlan> plan(String id, Choice choice) {
    return new PlanWork(begins -> plan(origin(id), choice, begins));
  }

  Work<RestorePlan> undoPlan(String number) {
    return new PlanWork(
        begins -> plan(UndoOrigin.of(around.repository(), number), Choice.ALL, begins));
  }

  private RestorePlan plan(Origin origin, Choice choice, PlanWork.Begins begins)
      throws InterruptedException {
    var present = present();
    return begins.with(new Planning(site, origin, set.sources().files())).plan(choice, present);
  }

  /// Paths of the set as it lies now; none where it cannot be listed, which a restore may be for.
  private List<String> present() throws InterruptedException {
    try {
      return new Lister(
              around.repository(),
              set.sources(),
              List.of(around.repository().resolve(Surroundings.UNDO)))
          .list().items().stream().map(item -> item.path()).toList();
    } catch (Problem gone) {
      return List.of();
    }
  }

  /// @throws Problem where it is not the backup that the log knows under that name
  private BackupOrigin origin(String id) {
    var origin = BackupOrigin.of(engine, id);
    var manifest = origin.name().manifest();
    if (manifest != null) {
      log.story()
          .otherThan(set.name(), id, manifest)
          .ifPresent(other -> {
            throw Problem.of(
                "Files not put back",
                id + ": " + other + " Nothing was changed.",
                "Find out who replaced it, and choose another backup.");
          });
    }
    return origin;
  }

  Work<Acted> restore(RestorePlan plan, Consent consent) {
    return recorded(
        plan,
        new Deferred<>(() -> new RestoreWork(set, site, origin(plan.name().id()), plan, consent)));
  }

  Work<Acted> undo(RestorePlan plan, Consent consent) {
    return recorded(
        plan,
        new Deferred<>(() ->
            new UndoWork(
                set, site, UndoOrigin.of(around.repository(), plan.name().id()), plan, consent)));
  }

  private Work<Acted> recorded(RestorePlan plan, Work<Restored> work) {
    var name = plan.name();
    var isUndo = name.act() == What.UNDO;
    var sentence =
        (isUndo ? "The state before a restore is put back" : name.id() + " is put back")
            + ": "
            + plan.sentence();
    var act =
        new BackupAct(
            set.name(),
            name.act(),
            name.id(),
            name.manifest(),
            null,
            new Figures(sentence, 0, 0, 0, -1, List.of(), moved(plan.logs())));
    return new Recorded<>(
        new Recorded.Begun(act, true),
        work,
        restored -> restored(act, restored),
        log,
        around.machine().clock());
  }

  private static List<LogsMoved> moved(List<PlannedLog> logs) {
    return logs.stream()
        .map(each ->
            new LogsMoved(
                each.path(),
                Math.max(0, each.entriesNow()),
                each.headNow(),
                each.kept().entries(),
                each.kept().head(),
                each.lost()))
        .toList();
  }

  private static Acted restored(BackupAct begun, Restored restored) {
    var size = restored.size();
    return new Acted(
        new BackupAct(
            begun.set(),
            begun.what(),
            begun.id(),
            begun.manifest(),
            Ending.DONE,
            new Figures(
                restored.sentence(),
                size.files(),
                size.bytes(),
                0,
                -1,
                List.of(),
                restored.logs())),
        restored.notes().stream().map(Finding::warning).toList(),
        List.of());
  }

  /// @param id of the backup
  Work<Acted> drill(String id) {
    var act =
        new BackupAct(
            set.name(),
            What.DRILL,
            id,
            null,
            null,
            new Figures("A restore of " + id + " is tried.", 0, 0, 0, -1, List.of(), List.of()));
    return new Recorded<>(
        new Recorded.Begun(act, false),
        new DrillWork(engine, id, site),
        this::drilled,
        log,
        around.machine().clock());
  }

  private Acted drilled(Drilled drilled) {
    var manifest = drilled.manifest();
    var other =
        manifest == null || !drilled.isProven()
            ? null
            : log.story().otherThan(set.name(), drilled.id(), manifest).orElse(null);
    var ending = other == null ? drilled.ending() : Ending.FAILED;
    var size = drilled.size();
    return new Acted(
        new BackupAct(
            set.name(),
            What.DRILL,
            drilled.id(),
            ending == Ending.DONE ? manifest : null,
            ending,
            new Figures(
                other == null ? drilled.sentence() : other,
                size.files(),
                size.bytes(),
                0,
                -1,
                List.of(),
                List.of())),
        findings(drilled, other),
        drilled.held().stream().map(Restoring::held).toList());
  }

  private static List<Finding> findings(Drilled drilled, @Nullable String other) {
    if (other != null) {
      return List.of(
          Finding.error(
              other,
              Position.of(drilled.id()),
              "Find out who replaced it, and go back to another backup."));
    }
    return drilled.held().stream()
        .filter(each -> each.ending() == Ending.FAILED)
        .map(each ->
            Finding.error(
                each.what() + ": " + each.seen(),
                Position.of(drilled.id()),
                "Take another backup."))
        .toList();
  }

  private static Acted.Held held(Held held) {
    return new Acted.Held(held.what(), held.ending(), held.seen());
  }
}
