package dev.plimsoll.desktop.app;

import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Pruning;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.WindowWords;
import dev.plimsoll.desktop.screen.backup.Act;
import dev.plimsoll.desktop.screen.backup.BackupSource;
import dev.plimsoll.desktop.screen.backup.Ended;
import dev.plimsoll.desktop.screen.backup.PointFile;
import dev.plimsoll.desktop.screen.backup.RestoreOffer;
import dev.plimsoll.desktop.screen.backup.SetChoice;
import dev.plimsoll.desktop.screen.backup.SetGroup;
import dev.plimsoll.desktop.screen.backup.SetLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The backup sets of the page, from the projects that are known here. Thread-safe.
final class BackupShelf implements BackupSource {
  private final Plimsoll plimsoll;
  private final Function<Path, OpenProject> projects;
  private final Identity identity;
  private final Optional<Path> asked;
  private final boolean readOnly;

  /// @param projects opens a project; for an auditor without remembering it
  /// @param asked a project that is shown, be it known here or not
  BackupShelf(
      Plimsoll plimsoll,
      Function<Path, OpenProject> projects,
      Identity identity,
      Optional<Path> asked,
      boolean readOnly) {
    this.identity = identity;
    this.asked = asked;
    this.plimsoll = plimsoll;
    this.projects = projects;
    this.readOnly = readOnly;
  }

  @Override
  public List<SetGroup> groups() {
    var groups = new ArrayList<SetGroup>();
    var known = plimsoll.recentProjects();
    asked
        .filter(root -> known.stream().noneMatch(project -> project.root().equals(root)))
        .flatMap(root -> group(root, String.valueOf(root.getFileName())))
        .ifPresent(groups::add);
    for (var project : known) {
      group(project.root(), project.product()).ifPresent(groups::add);
    }
    return groups;
  }

  private Optional<SetGroup> group(Path root, String product) {
    try {
      var project = projects.apply(root);
      project.reload();
      var sets =
          project.backups().sets().stream()
              .map(set -> new SetChoice(project.root(), project.definition().product(), set))
              .toList();
      return Optional.of(
          new SetGroup(
              project.root(), project.definition().product(), sets, "declares no backup set"));
    } catch (Problem unreadable) {
      return Files.isDirectory(root)
          ? Optional.of(new SetGroup(root, product, List.of(), WindowWords.whole(unreadable)))
          : Optional.empty();
    }
  }

  private BackupDesk desk(SetChoice set) {
    return projects.apply(set.root()).backups();
  }

  @Override
  public SetLook look(SetChoice set) {
    var desk = desk(set);
    var name = set.set().name();
    var permission = permission(set);
    if (permission != SetLook.Permission.ALLOWED && isRestic(set)) {
      // another program would have to be run
      return new SetLook(List.of(), List.of(), permission, -1, SetLook.Past.NONE);
    }
    var points = desk.points(name);
    return new SetLook(
        points,
        desk.prunePreview(name).fates().stream().map(BackupShelf::fate).toList(),
        permission,
        room(set),
        new SetLook.Past(
            desk.isUnfinished(), desk.undoPoints(name).stream().findFirst().orElse(null)),
        points.isEmpty() ? desk.absence(name) : Optional.empty());
  }

  private static boolean isRestic(SetChoice set) {
    return set.set().place().engine() == BackupSet.Engine.RESTIC;
  }

  private static SetLook.Fate fate(Pruning.Fate fate) {
    return new SetLook.Fate(
        fate.point().id(),
        !fate.goes(),
        fate.goes() ? "no rule keeps it" : String.join(", ", fate.keptBy()));
  }

  private SetLook.Permission permission(SetChoice set) {
    if (readOnly) {
      return SetLook.Permission.READ_ONLY;
    }
    return projects.apply(set.root()).trustQuestion().trusted()
        ? SetLook.Permission.ALLOWED
        : SetLook.Permission.UNTRUSTED;
  }

  /// Bytes that are free where the set's place is or will be, or -1.
  private static long room(SetChoice set) {
    if (isRestic(set) && set.set().place().to().contains(":")) {
      return -1;
    }
    try {
      Path at = set.root().resolve(set.set().place().to()).normalize();
      while (at != null && !Files.exists(at)) {
        at = at.getParent();
      }
      return at == null ? -1 : Files.getFileStore(at).getUsableSpace();
    } catch (java.io.IOException | java.nio.file.InvalidPathException untold) {
      return -1;
    }
  }

  @Override
  public List<PointFile> files(SetChoice set, String id) {
    return desk(set).manifest(set.set().name(), id).members().stream()
        .filter(member -> member.shape() != Manifest.Shape.FOLDER)
        .map(member ->
            new PointFile(
                member.path(),
                member.kind() == Manifest.Kind.PLAIN ? "" : member.kind().word(),
                member.size()))
        .toList();
  }

  @Override
  public Work<RestoreOffer> offer(SetChoice set, String id, List<String> paths) {
    var choice = paths.isEmpty() ? Choice.ALL : new Choice(Set.copyOf(paths));
    return offer(set, () -> desk(set).restorePlan(set.set().name(), id, choice));
  }

  @Override
  public Work<RestoreOffer> undoOffer(SetChoice set, String number) {
    return offer(set, () -> desk(set).undoPlan(set.set().name(), number));
  }

  private static Work<RestoreOffer> offer(SetChoice set, Supplier<Work<RestorePlan>> plan) {
    return new LazyWork<>(plan, made -> new RestoreOffer(made, set.set().around()));
  }

  @Override
  public Work<Ended> work(SetChoice set, Act act) {
    var name = set.set().name();
    return switch (act) {
      case Act.Take take ->
          one(() ->
              desk(set).take(name, new BackupDesk.Taking(take.evenUnchanged(), false, actor(set))));
      case Act.Verify verify ->
          verify.ids().size() == 1
              ? one(() -> desk(set).verify(name, verify.ids().getFirst()))
              : new LazyWork<>(() -> desk(set).verifyAll(name), ActEndings::of);
      case Act.Drill drill -> one(() -> desk(set).drill(name, drill.id()));
      case Act.Restore restore ->
          one(() -> desk(set).restore(name, restore.offer().plan(), restore.consent(), actor(set)));
      case Act.Undo undo ->
          one(() -> desk(set).undo(name, undo.offer().plan(), undo.consent(), actor(set)));
      case Act.PutRight _ -> new PuttingRight(() -> desk(set).recover());
      case Act.Prune _ -> one(() -> desk(set).prune(name, actor(set)));
    };
  }

  private static Work<Ended> one(Supplier<Work<Acted>> making) {
    return new LazyWork<>(making, ActEndings::of);
  }

  private Actor actor(SetChoice set) {
    return identity.in(set.root());
  }
}
