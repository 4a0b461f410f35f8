package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Pruning;
import dev.plimsoll.core.backup.Retention;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Unpacked;
import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.backup.restore.UndoPoint;
import dev.plimsoll.core.backup.restore.UndoPoints;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that can be done with one set, each act told to the log. Thread-safe; each [Work] is
/// run once.
public final class SetDesk {
  private final BackupSet set;
  private final Surroundings around;
  private final ActLog log;
  private final BackupEngine engine;
  private final Restoring restoring;

  public SetDesk(BackupSet set, Surroundings around, ActLog log) {
    this.set = set;
    this.around = around;
    this.log = log;
    this.engine = Engines.of(set, around);
    this.restoring = new Restoring(set, around, engine, log);
  }

  /// Newest first, each with what the log tells of it.
  ///
  /// @throws dev.plimsoll.core.model.Problem where the place cannot be read
  public List<RestorePoint> points() {
    var story = log.story();
    var found = engine.points();
    if (found.isEmpty() && followsOthers()) {
      engine.mustBeThere();
    }
    return found.stream().map(story::judged).toList();
  }

  /// What has to be said where [#points] is empty; nothing where that is all there is to it.
  public Optional<Absence> absence() {
    if (set.place().engine() != BackupSet.Engine.OWN) {
      return Optional.empty();
    }
    var place = around.resolve(set.place().to());
    if (!Files.isDirectory(place)) {
      return Optional.of(
          new Absence(
              false,
              place
                  + " is not there: it is made with the first backup. If it should lie on another"
                  + " disk, see first that the disk is mounted."));
    }
    return followsOthers()
        ? Optional.of(
            new Absence(
                true,
                "The log tells of backups that were made, and "
                    + place
                    + " holds none. See that its disk is mounted, or find out who removed them."))
        : Optional.empty();
  }

  /// Takes a backup, and verifies it before it gets its name. Removes nothing.
  public Work<Acted> take(TakeOptions options) {
    return new Recorded<>(
        begun(What.TAKE, null, "A backup of " + set.name() + " begins.", true),
        new Deferred<>(() -> engine.take(options.after(broken(), followsOthers()))),
        new Making(set.name())::of,
        log,
        around.machine().clock());
  }

  /// By what the log tells as well: damage that only reading every byte shows.
  private Set<String> broken() {
    return points().stream()
        .filter(point -> point.level() == RestorePoint.Level.BROKEN)
        .map(RestorePoint::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean followsOthers() {
    return log.story().of(set.name()).told().stream()
        .map(BackupTold::act)
        .anyMatch(
            act -> act.what() == What.TAKE && act.ending() == Ending.DONE && act.id() != null);
  }

  /// Reads every byte of a backup back.
  public Work<Acted> verify(String id) {
    return verifying(id, engine.verify(id));
  }

  /// The same with every backup of the set, newest first. One that is broken does not keep the
  /// others from being read.
  public Work<List<Acted>> verifyAll() {
    var each = engine.verifyEach();
    return new Each(
        () -> points().stream().map(RestorePoint::id).toList(),
        id -> verifying(id, each.apply(id)));
  }

  private Work<Acted> verifying(String id, Work<Verified> work) {
    return new Recorded<>(
        begun(What.VERIFY, id, id + " is verified.", false),
        work,
        verified -> new Looking(set.name(), log.story()).of(verified),
        log,
        around.machine().clock());
  }

  /// Restores a backup into a scratch folder, and holds it there against everything that must hold.
  ///
  /// @param id null for the newest
  /// @throws Problem where there is none
  public Work<Acted> drill(@Nullable String id) {
    return restoring.drill(named(id));
  }

  /// What a restore would do. Changes nothing, tells the log nothing.
  ///
  /// @param id null for the newest
  /// @throws Problem where there is none
  public Work<RestorePlan> plan(@Nullable String id, Choice choice) {
    return restoring.plan(named(id), choice);
  }

  /// Puts back what a plan says, all of it or nothing; what stood there is kept.
  ///
  /// @param plan of [#plan]
  public Work<Acted> restore(RestorePlan plan, Consent consent) {
    return restoring.restore(plan, consent);
  }

  /// What stood there before files were put back, newest first.
  public List<UndoPoint> undoPoints() {
    return new UndoPoints(around.repository())
        .all().stream().filter(point -> point.replaced().set().equals(set.name())).toList();
  }

  /// What an undo would do. Changes nothing, tells the log nothing.
  ///
  /// @param number of the undo point, null for the newest
  /// @throws Problem where there is none
  public Work<RestorePlan> undoPlan(@Nullable String number) {
    return restoring.undoPlan(number == null ? newestUndo() : ownUndo(number));
  }

  /// @param plan of [#undoPlan]
  /// @throws Problem where it is the plan of another set
  public Work<Acted> undo(RestorePlan plan, Consent consent) {
    ownUndo(plan.name().id());
    return restoring.undo(plan, consent);
  }

  /// Puts files of a backup into another folder. Tells the log nothing: nothing of the project is
  /// touched.
  ///
  /// @param paths as in the backup; all where it is empty
  /// @param into an empty folder, or one to be made
  public Work<Unpacked> unpack(String id, Collection<String> paths, Path into) {
    return engine.unpack(id, paths, into);
  }

  /// What is in a backup.
  ///
  /// @throws Problem where it cannot be read
  public Manifest manifest(String id) {
    return engine.manifest(id);
  }

  private String ownUndo(String number) {
    new UndoPoints(around.repository())
        .all().stream()
            .filter(point -> point.number().equals(number))
            .map(point -> point.replaced().set())
            .filter(of -> !of.equals(set.name()))
            .findFirst()
            .ifPresent(of -> {
              throw Problem.of(
                  "Restore not undone",
                  "Undo point "
                      + number
                      + " is of the set "
                      + of
                      + ", not of "
                      + set.name()
                      + ". Nothing was changed.",
                  "If it is meant: plimsoll backup undo --set " + of + " " + number);
            });
    return number;
  }

  private String newestUndo() {
    return undoPoints().stream()
        .findFirst()
        .map(UndoPoint::number)
        .orElseThrow(() ->
            Problem.of(
                "Nothing to undo",
                "Nothing of the set "
                    + set.name()
                    + " was put back, or what stood there is not kept any more.",
                "Go back to a backup instead: plimsoll backup restore --set " + set.name()));
  }

  private String named(@Nullable String id) {
    if (id != null) {
      return id;
    }
    return points().stream()
        .findFirst()
        .map(RestorePoint::id)
        .orElseThrow(() ->
            Problem.of(
                "No backup there",
                "There is no backup of " + set.name() + ".",
                "Take one: plimsoll backup create --set " + set.name()));
  }

  /// What would go and what would stay by the set's keep rules. Removes nothing.
  ///
  /// @throws Problem where the place cannot be read
  public Pruning prunePreview() {
    var clock = around.machine().clock();
    return Retention.of(set.keep(), points(), clock.instant(), around.machine().zone());
  }

  /// Removes what [#prunePreview] lets go of at that moment.
  public Work<Acted> prune() {
    return new Deferred<>(() -> {
      var going = prunePreview().going();
      return going.isEmpty() ? nothingGoes() : removing(going);
    });
  }

  private Work<Acted> nothingGoes() {
    return new Later<>(
        Work.Stage.LOOKING,
        () ->
            new Acted(
                act(What.PRUNE, null, null, figures("Every backup stays.")), List.of(), List.of()));
  }

  private Work<Acted> removing(List<String> going) {
    var removing = engine.remove(going);
    var begins =
        Plural.of(going.size(), "backup")
            + " of "
            + set.name()
            + (going.size() == 1 ? " is" : " are")
            + " to be removed.";
    return new Recorded<>(
        new Recorded.Begun(
            new BackupAct(set.name(), What.PRUNE, null, null, null, figures(begins)),
            true,
            removing::soFar),
        removing,
        removed ->
            new Acted(
                act(
                    What.PRUNE,
                    null,
                    null,
                    new Figures(
                        removed.words()
                            + (removed.bytes() > 0 ? ", " + Words.bytes(removed.bytes()) : "")
                            + ".",
                        0,
                        0,
                        removed.bytes(),
                        -1,
                        removed.ids(),
                        List.of())),
                List.of(),
                List.of()),
        log,
        around.machine().clock());
  }

  /// Takes a backup; where one was made, removes what the keep rules let go of then.
  public Work<Acted> takeAndPrune(TakeOptions options) {
    return new TakeAndPrune(take(options), this::prune);
  }

  private Recorded.Begun begun(What what, @Nullable String id, String sentence, boolean before) {
    return new Recorded.Begun(
        new BackupAct(set.name(), what, id, null, null, figures(sentence)), before);
  }

  private BackupAct act(
      What what, @Nullable String id, @Nullable String manifest, Figures figures) {
    return new BackupAct(set.name(), what, id, manifest, Ending.DONE, figures);
  }

  private static Figures figures(String sentence) {
    return new Figures(sentence, 0, 0, 0, -1, List.of(), List.of());
  }
}
