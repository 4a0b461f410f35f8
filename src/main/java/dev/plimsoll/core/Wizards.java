package dev.plimsoll.core;

import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.RunState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The four wizards of one project.
///
/// @param version of the release that is under way, else the proposed one; null where there is
///   neither, or where the files must be looked at first
/// @param all one of each kind, in the order of a release
/// @param backups what may be said of the project's backup sets
/// @param overdue what its files ask for regularly and was not done in time; empty where they must
///   be looked at first
public record Wizards(
    Path root,
    String product,
    @Nullable String version,
    List<Wizard> all,
    Backups backups,
    List<Overdue> overdue) {
  public Wizards {
    all = List.copyOf(all);
    overdue = List.copyOf(overdue);
  }

  /// With nothing overdue.
  public Wizards(
      Path root, String product, @Nullable String version, List<Wizard> all, Backups backups) {
    this(root, product, version, all, backups, List.of());
  }

  /// @param sets names of the backup sets, in the order of the project file
  /// @param proven when every one of them had been proven restorable: the earliest of the last
  ///   proofs; null where one of them never was
  /// @param unproven how many of them never were
  public record Backups(List<String> sets, @Nullable Instant proven, long unproven) {
    public static final Backups NONE = new Backups(List.of(), null, 0);

    public Backups {
      sets = List.copyOf(sets);
    }
  }

  private static Backups backups(OpenProject project) {
    if (project.hasErrors()) {
      return Backups.NONE;
    }
    var desk = project.backups();
    var sets = desk.sets().stream().map(BackupSet::name).toList();
    var proofs = sets.stream().map(desk::lastProven).toList();
    return new Backups(
        sets,
        proofs.stream().allMatch(Optional::isPresent)
            ? proofs.stream()
                .flatMap(Optional::stream)
                .map(BackupStory.Proven::on)
                .min(Comparator.naturalOrder())
                .orElse(null)
            : null,
        proofs.stream().filter(Optional::isEmpty).count());
  }

  /// Reads the project's files and its part of the history; writes nothing.
  static Wizards of(Plimsoll plimsoll, OpenProject project) {
    var plan = plan(project);
    var ready = !project.hasErrors() && project.trustQuestion().trusted();
    var version = ready ? version(project) : Optional.<String>empty();
    var cards = version.map(now -> cards(project.release(now))).orElse(List.of());
    var applying =
        cards.stream().filter(PlanCard::applies).map(card -> card.checklist().id()).toList();
    var all = new ArrayList<Wizard>();
    for (var kind : Wizard.Kind.values()) {
      var lists = plan.stream().filter(list -> kind.holds(list.form().category())).toList();
      var first = lists.stream().findFirst().map(Checklist::id);
      all.add(
          new Wizard(
              kind,
              first.orElse(null),
              cards.stream()
                  .filter(card -> first.equals(Optional.of(card.checklist().id())))
                  .findFirst()
                  .map(PlanCard::waitsFor)
                  .orElse(List.of()),
              last(plimsoll, project, lists),
              first.map(applying::indexOf).filter(place -> place >= 0).orElse(null)));
    }
    return new Wizards(
        project.root(),
        project.name(),
        version.orElse(null),
        all,
        backups(project),
        ready ? new Maintenance(plimsoll, project).overdue() : List.of());
  }

  private static List<PlanCard> cards(ReleaseDesk desk) {
    return desk.cards(desk.state());
  }

  /// The checklists in the order of the plan, those outside of it last.
  private static List<Checklist> plan(OpenProject project) {
    if (project.hasErrors()) {
      return List.of();
    }
    return Stream.concat(
            project.definition().plan().stream()
                .map(Project.PlanItem::checklist)
                .flatMap(id -> project.checklist(id).stream()),
            project.checklists().stream())
        .distinct()
        .toList();
  }

  private static Optional<String> version(OpenProject project) {
    var underWay =
        project.inFlight().stream()
            .max(Comparator.comparing(InFlight::lastOn))
            .map(InFlight::version);
    if (underWay.isPresent()) {
      return underWay;
    }
    try {
      return Optional.of(project.propose().version());
    } catch (Problem noneFound) {
      // the page of the project says why, and asks for one
      return Optional.empty();
    }
  }

  private static Wizard.@Nullable LastWalk last(
      Plimsoll plimsoll, OpenProject project, List<Checklist> lists) {
    if (!plimsoll.hasLog(project.key())) {
      return null;
    }
    var history = plimsoll.history();
    return lists.stream()
        .flatMap(list ->
            history
                .runs(
                    HistoryFilter.ofProject(project.key()).withChecklist(list.id()), Page.first(1))
                .stream())
        .max(Comparator.comparing(row -> row.course().lastOn()))
        .map(row ->
            new Wizard.LastWalk(
                row.release().version(),
                row.course().lastOn(),
                row.course().phase(),
                row.course().phase() == RunState.Phase.ABORTED ? null : row.course().decision(),
                row.steps(),
                row.counts()))
        .orElse(null);
  }
}
