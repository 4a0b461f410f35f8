package dev.plimsoll.core;

import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Severity;
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
/// @param readiness the version that they are walked for, else what is missing
/// @param all one of each kind, in the order of a release
/// @param backups what may be said of the project's backup sets
/// @param overdue what its files ask for regularly and was not done in time; empty where they must
///   be looked at first
public record Wizards(
    Path root,
    String product,
    Readiness readiness,
    List<Wizard> all,
    Backups backups,
    List<Overdue> overdue) {
  public Wizards {
    all = List.copyOf(all);
    overdue = List.copyOf(overdue);
  }

  /// With nothing overdue.
  public Wizards(
      Path root, String product, Readiness readiness, List<Wizard> all, Backups backups) {
    this(root, product, readiness, all, backups, List.of());
  }

  /// The version that they are walked for, or null where something is missing.
  public @Nullable String version() {
    return readiness instanceof Readiness.Ready ready ? ready.version() : null;
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
    var readiness = readiness(project);
    var cards =
        readiness instanceof Readiness.Ready ready
            ? cards(project.release(ready.version()))
            : List.<PlanCard>of();
    var applying =
        cards.stream().filter(PlanCard::applies).map(card -> card.checklist().id()).toList();
    var all = new ArrayList<Wizard>();
    for (var kind : Wizard.Kind.values()) {
      var lists = plan.stream().filter(list -> kind.holds(list.form().category())).toList();
      var chosen = chosen(lists, cards);
      var first = chosen.map(Checklist::id);
      all.add(
          new Wizard(
              kind,
              first.orElse(null),
              cards.stream()
                  .filter(card -> first.equals(Optional.of(card.checklist().id())))
                  .findFirst()
                  .map(PlanCard::waitsFor)
                  .orElse(List.of()),
              first.map(list -> last(plimsoll, project, list)).orElse(null),
              first.map(applying::indexOf).filter(place -> place >= 0).orElse(null),
              Stream.concat(chosen.stream(), lists.stream())
                  .distinct()
                  .map(Checklist::title)
                  .toList()));
    }
    return new Wizards(
        project.root(),
        project.name(),
        readiness,
        all,
        backups(project),
        isTrusted(readiness) ? new Maintenance(plimsoll, project).overdue() : List.of());
  }

  /// The first that the release still needs; where none is left, or nothing is known of the
  /// release, the first of all.
  private static Optional<Checklist> chosen(List<Checklist> lists, List<PlanCard> cards) {
    return lists.stream()
        .filter(list ->
            cards.stream()
                .filter(card -> card.checklist().id().equals(list.id()))
                .anyMatch(card -> card.applies() && !isDone(card)))
        .findFirst()
        .or(() -> lists.stream().findFirst());
  }

  private static boolean isDone(PlanCard card) {
    var decision = card.decision();
    return decision != null && decision.isGo();
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

  private static boolean isTrusted(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Ready _, Readiness.NoVersion _ -> true;
      case Readiness.NotOpened _, Readiness.Errors _, Readiness.NotTrusted _ -> false;
    };
  }

  private static Readiness readiness(OpenProject project) {
    if (project.hasErrors()) {
      return new Readiness.Errors(
          project.findings().stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .count());
    }
    var question = project.trustQuestion();
    if (!question.trusted()) {
      return new Readiness.NotTrusted(question.trustedBefore().isPresent());
    }
    var underWay = project.inFlight().stream().max(Comparator.comparing(InFlight::lastOn));
    if (underWay.isPresent()) {
      return new Readiness.Ready(underWay.get().version());
    }
    try {
      return new Readiness.Ready(project.propose().version());
    } catch (Problem noneFound) {
      return new Readiness.NoVersion(noneFound);
    }
  }

  private static Wizard.@Nullable LastWalk last(
      Plimsoll plimsoll, OpenProject project, String list) {
    if (!plimsoll.hasLog(project.key())) {
      return null;
    }
    return plimsoll
        .history()
        .runs(HistoryFilter.ofProject(project.key()).withChecklist(list), Page.first(20))
        .stream()
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
