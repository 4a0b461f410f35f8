package dev.plimsoll.core;

import dev.plimsoll.core.check.backup.PointCheck;
import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a project asks for regularly, held against what its log says was done.
///
/// Limits are those that its files state already: the rhythms under `maintenance`, and
/// `restore-point` in checklists that are not in the plan. What the plan asks for is asked when the
/// release is walked, and is never overdue between two of them.
final class Maintenance {
  private final Plimsoll plimsoll;
  private final OpenProject project;
  private final Clock clock;

  Maintenance(Plimsoll plimsoll, OpenProject project) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.clock = plimsoll.installation().clock();
  }

  /// Reads the project's part of the history; writes nothing.
  List<Overdue> overdue() {
    var overdue = new ArrayList<Overdue>();
    for (var item : project.definition().desk().maintenance()) {
      project.checklist(item.checklist()).flatMap(list -> walk(item, list)).ifPresent(overdue::add);
    }
    overdue.addAll(backups());
    return List.copyOf(overdue);
  }

  private Optional<Overdue> walk(Project.Maintained item, Checklist list) {
    var due =
        item.every()
            .lastDue(LocalDateTime.now(clock))
            .map(moment -> moment.atZone(clock.getZone()).toInstant());
    var walks = walks(list.id());
    var done =
        walks.stream()
            .filter(walk -> walk.end() == Overdue.End.DONE)
            .map(Overdue.Walked::on)
            .max(Comparator.naturalOrder());
    return due.isPresent() && (done.isEmpty() || done.get().isBefore(due.get()))
        ? Optional.of(
            new Overdue.Walk(
                kind(list),
                list.id(),
                list.title(),
                item.every().words(),
                walks.stream().max(Comparator.comparing(Overdue.Walked::on)).orElse(null)))
        : Optional.empty();
  }

  private List<Overdue.Walked> walks(String checklist) {
    if (!plimsoll.hasLog(project.key())) {
      return List.of();
    }
    return plimsoll
        .history()
        .runs(HistoryFilter.ofProject(project.key()).withChecklist(checklist), Page.first(20))
        .stream()
        .filter(row -> row.course().phase() != RunState.Phase.ABORTED)
        .map(row -> new Overdue.Walked(row.course().lastOn(), end(row)))
        .toList();
  }

  /// The gate's word where the walk rests upon one; else every step must have met its expectation.
  private static Overdue.End end(RunRow row) {
    var decided = row.course().phase() != RunState.Phase.OPEN;
    if (decided && "GO".equals(row.course().decision())) {
      return Overdue.End.DONE;
    }
    if (row.count(Standing.FAILED) > 0) {
      return Overdue.End.FAILED;
    }
    if (row.count(Standing.INCONCLUSIVE) + row.count(Standing.UNAVAILABLE) > 0) {
      return Overdue.End.UNTOLD;
    }
    var good =
        row.count(Standing.PASSED)
            + row.count(Standing.WARNED)
            + row.count(Standing.NOT_APPLICABLE);
    return good > 0 && good == row.steps() ? Overdue.End.DONE : Overdue.End.UNFINISHED;
  }

  private static Wizard.@Nullable Kind kind(Checklist list) {
    for (var kind : Wizard.Kind.values()) {
      if (kind.holds(list.form().category())) {
        return kind;
      }
    }
    return list.steps().anyMatch(step -> step.verb() instanceof AboutBackup)
        ? Wizard.Kind.BACKUP_AND_RESTORE
        : null;
  }

  private List<Overdue> backups() {
    var desk = project.backups();
    var overdue = new ArrayList<Overdue>();
    var known = desk.sets().stream().map(set -> set.name()).collect(Collectors.toSet());
    limits(PointCheck::youngerThan, known)
        .forEach((set, limit) -> {
          var last = lastTaken(desk.told(set));
          if (isOlder(last, limit)) {
            overdue.add(new Overdue.Backup(set, limit, last));
          }
        });
    limits(PointCheck::provenWithin, known)
        .forEach((set, limit) -> {
          var last = desk.lastProven(set).map(BackupStory.Proven::on).orElse(null);
          if (isOlder(last, limit)) {
            overdue.add(new Overdue.Proof(set, limit, last));
          }
        });
    return overdue;
  }

  private interface Limit {
    @Nullable Duration of(PointCheck check);
  }

  /// The strictest limit of each set.
  private Map<String, Duration> limits(Limit limit, Set<String> sets) {
    var planned =
        project.definition().plan().stream()
            .map(Project.PlanItem::checklist)
            .collect(Collectors.toSet());
    var limits = new LinkedHashMap<String, Duration>();
    for (var list : project.checklists()) {
      if (planned.contains(list.id())) {
        continue;
      }
      for (var step : list.steps().toList()) {
        if (step.verb() instanceof PointCheck check && sets.contains(check.set())) {
          var said = limit.of(check);
          if (said != null) {
            limits.merge(check.set(), said, (one, other) -> one.compareTo(other) < 0 ? one : other);
          }
        }
      }
    }
    return limits;
  }

  private static @Nullable Instant lastTaken(List<BackupTold> told) {
    return told.stream()
        .filter(each ->
            each.act().what() == BackupAct.What.TAKE
                && each.act().ending() == BackupAct.Ending.DONE)
        .map(BackupTold::on)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private boolean isOlder(@Nullable Instant last, Duration limit) {
    return last == null || last.isBefore(clock.instant().minus(limit));
  }
}
