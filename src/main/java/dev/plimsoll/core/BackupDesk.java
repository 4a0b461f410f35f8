package dev.plimsoll.core;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Pruning;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Unpacked;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Absence;
import dev.plimsoll.core.backup.act.ActLog;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.act.Recoveries;
import dev.plimsoll.core.backup.act.SetDesk;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.backup.restore.UndoPoint;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.run.BackupActs;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Backups of a project: taken, verified, proven, put back, put away. Thread-safe; everything reads
/// files, so call it off the window's thread. Each act is in the project's own log: before it
/// begins where it changes files, and what became of it.
///
/// Every method throws a [Problem] where the project file has errors, or names no such set. What
/// runs a command of the set throws one where nobody trusted exactly these files.
public final class BackupDesk {
  private final Plimsoll plimsoll;
  private final OpenProject open;

  BackupDesk(Plimsoll plimsoll, OpenProject open) {
    this.plimsoll = plimsoll;
    this.open = open;
  }

  /// In the order of the project file; empty where it names none.
  public List<BackupSet> sets() {
    return open.definition().backups();
  }

  /// The set of that name.
  ///
  /// @throws Problem naming the nearest
  public BackupSet set(String name) {
    var sets = sets();
    return sets.stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "Backup set not found",
                sets.isEmpty()
                    ? "The project names no backup set."
                    : "The project names no backup set '" + name + "'.",
                sets.isEmpty()
                    ? "Add one under backup: in .plimsoll/project.yaml."
                    : Nearest.hint(name, sets.stream().map(BackupSet::name).toList())));
  }

  /// What the log tells of a set, oldest first; empty before the first.
  public List<BackupTold> told(String set) {
    return story().of(set).told();
  }

  /// When a restore of the set was last proven; empty where it never was, or the proof was taken
  /// back.
  public Optional<BackupStory.Proven> lastProven(String set) {
    return story().lastProven(set(set).name());
  }

  /// The newest sound backup of any set: what could be gone back to, as the log tells it.
  public Optional<RollbackPoint> wayBack() {
    var names = sets().stream().map(BackupSet::name).collect(Collectors.toUnmodifiableSet());
    return story().rollbackPoint(names);
  }

  /// Every backup of the set that can be found, newest first, each with what the log tells of it.
  ///
  /// @throws Problem where the place cannot be read
  public List<RestorePoint> points(String set) {
    return looking(set).points();
  }

  /// What has to be said where [#points] finds none: a folder that is not there, or that should
  /// hold some.
  public Optional<Absence> absence(String set) {
    return looking(set).absence();
  }

  /// Takes a backup, and verifies it before it gets its name; then what is too old is removed.
  public Work<Acted> take(String set, Taking how) {
    var project = trusted();
    return desk(project, set, how.actor())
        .takeAndPrune(
            new TakeOptions(
                how.force(), how.rehash(), new BackupPlaces(plimsoll, open).now(project)));
  }

  /// @param force take one although nothing has changed since the last
  /// @param rehash read every file, also those that look the same as in the last backup
  /// @param actor null for the user of this system
  public record Taking(boolean force, boolean rehash, @Nullable Actor actor) {
    /// As usual.
    public static final Taking USUAL = new Taking(false, false, null);
  }

  /// Reads every byte of one backup.
  public Work<Acted> verify(String set, String id) {
    return looking(set).verify(id);
  }

  /// The same with every backup of the set, newest first. One that is broken does not keep the
  /// others from being read.
  public Work<List<Acted>> verifyAll(String set) {
    return looking(set).verifyAll();
  }

  /// Restores a backup into a scratch folder, and holds it there against its manifest and
  /// everything that the set says must hold.
  ///
  /// @param id null for the newest
  /// @throws Problem where there is none
  public Work<Acted> drill(String set, @Nullable String id) {
    return desk(trusted(), set, null).drill(id);
  }

  /// What is in a backup.
  ///
  /// @throws Problem where it cannot be read
  public Manifest manifest(String set, String id) {
    return looking(set).manifest(id);
  }

  /// What a restore would do: which files change, how many entries of logs would be lost. Changes
  /// nothing, records nothing.
  ///
  /// @param id null for the newest
  public Work<RestorePlan> restorePlan(String set, @Nullable String id, Choice choice) {
    return looking(set).plan(id, choice);
  }

  /// Puts back what a plan says, all of it or nothing. The commands of the set are run before and
  /// after; what stood there is kept as an undo point.
  ///
  /// @param plan as it was shown
  /// @param actor null for the user of this system
  public Work<Acted> restore(String set, RestorePlan plan, Consent consent, @Nullable Actor actor) {
    return desk(trusted(), set, actor).restore(plan, consent);
  }

  /// What stood there before files were put back, newest first.
  public List<UndoPoint> undoPoints(String set) {
    return looking(set).undoPoints();
  }

  /// What an undo would do. Changes nothing, records nothing.
  ///
  /// @param number of the undo point, null for the newest
  public Work<RestorePlan> undoPlan(String set, @Nullable String number) {
    return looking(set).undoPlan(number);
  }

  /// Puts back what stood there before files were put back; that can be undone as well.
  ///
  /// @param plan of [#undoPlan], as it was shown
  /// @param actor null for the user of this system
  public Work<Acted> undo(String set, RestorePlan plan, Consent consent, @Nullable Actor actor) {
    return desk(trusted(), set, actor).undo(plan, consent);
  }

  /// Puts files of a backup into another folder. Records nothing: nothing of the project is
  /// touched.
  ///
  /// @param paths as in the backup; all where it is empty
  /// @param into an empty folder, or one to be made
  public Work<Unpacked> unpack(String set, String id, Collection<String> paths, Path into) {
    return looking(set).unpack(id, paths, into);
  }

  /// What would go and what would stay by the set's keep rules. Removes nothing.
  public Pruning prunePreview(String set) {
    return looking(set).prunePreview();
  }

  /// Removes what [#prunePreview] lets go of at that moment.
  ///
  /// @param actor null for the user of this system
  public Work<Acted> prune(String set, @Nullable Actor actor) {
    return desk(trusted(), set, actor).prune();
  }

  /// Whether a crash in the middle of a restore left something to put right. Cheap: ask at every
  /// start.
  public boolean isUnfinished() {
    return recoveries().isDue();
  }

  /// Puts it right: finishes the restore where everything for it lies ready, takes it back
  /// otherwise. No command is run. Empty where nothing is to be done, or another process is at it.
  ///
  /// @throws Problem where it cannot be done; what stood there is kept
  public Optional<Acted> recover() {
    return recoveries().run();
  }

  private Recoveries recoveries() {
    return new Recoveries(open.root(), log(null));
  }

  /// The project, as a person trusted it.
  private Project trusted() {
    return open.trusted().usable();
  }

  /// For what runs nothing: anybody may look at files of our own. Another program is only asked
  /// where the project is trusted.
  private SetDesk looking(String set) {
    var isOwn = set(set).place().engine() == BackupSet.Engine.OWN;
    return desk(isOwn ? open.definition() : trusted(), set, null);
  }

  private SetDesk desk(Project project, String set, @Nullable Actor actor) {
    return new SetDesk(set(set), new BackupPlaces(plimsoll, open).of(project), log(actor));
  }

  private BackupStory story() {
    return log(null).story();
  }

  /// The project's log as the acts see it.
  private ActLog log(@Nullable Actor actor) {
    return new ActLog() {
      @Override
      public void record(BackupAct act) {
        open.ledger()
            .append(
                BackupActs.event(act),
                actor == null ? plimsoll.installation().osUser() : actor,
                BackupActs.payload(act));
      }

      @Override
      public BackupStory story() {
        if (open.log().isEmpty()) {
          return BackupStory.NONE;
        }
        var ledger = open.ledger();
        ledger.refresh();
        return new BackupStory(ledger.backups());
      }
    };
  }
}
