package dev.plimsoll.desktop.app;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.desktop.kit.WindowWords;
import dev.plimsoll.desktop.screen.backup.Ended;
import dev.plimsoll.desktop.screen.backup.Ended.Detail;
import dev.plimsoll.desktop.screen.backup.Ended.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How acts ended, in the words of the page. Made, verified and proven are never one word.
final class ActEndings {
  private ActEndings() {}

  static Ended of(Acted acted) {
    var ending = Objects.requireNonNullElse(acted.act().ending(), BackupAct.Ending.OPEN);
    var nothing = ending == BackupAct.Ending.DONE && acted.act().id() == null && isTake(acted);
    return new Ended(
        nothing ? Level.NOTHING : level(ending),
        nothing ? "Nothing has changed" : word(acted.act().what(), ending),
        acted.sentence(),
        acted.act().id(),
        details(acted));
  }

  private static boolean isTake(Acted acted) {
    return acted.act().what() == BackupAct.What.TAKE;
  }

  /// Several of them, as one.
  static Ended of(List<Acted> all) {
    if (all.isEmpty()) {
      return new Ended(
          Level.UNTOLD, "Nothing verified", "There is no backup to verify.", null, List.of());
    }
    if (all.size() == 1) {
      return of(all.getFirst());
    }
    var ended = all.stream().map(ActEndings::of).toList();
    var worst = ended.stream().map(Ended::level).max(Level::compareTo).orElseThrow();
    var good = ended.stream().filter(each -> each.level() == Level.GOOD).count();
    return new Ended(
        worst,
        switch (worst) {
          case GOOD, NOTHING -> "Verified";
          case UNTOLD -> "Could not tell";
          case BAD -> "Broken";
        },
        good == all.size()
            ? "All " + Plural.of(good, "backup") + " are whole, every byte was read."
            : good + " of " + Plural.of(all.size(), "backup") + " are whole.",
        null,
        all.stream()
            .map(each ->
                new Detail(
                    of(each).level(),
                    Objects.requireNonNullElse(each.act().id(), each.act().set()),
                    each.sentence()))
            .toList());
  }

  private static Level level(BackupAct.Ending ending) {
    return switch (ending) {
      case DONE -> Level.GOOD;
      case FAILED -> Level.BAD;
      case OPEN -> Level.UNTOLD;
    };
  }

  private static String word(BackupAct.What what, BackupAct.Ending ending) {
    return switch (ending) {
      case DONE ->
          switch (what) {
            case TAKE -> "Made and verified";
            case VERIFY -> "Verified";
            case DRILL -> "Proven restorable";
            case RESTORE -> "Restored";
            case UNDO -> "Undone";
            case PRUNE -> "Removed";
          };
      case FAILED ->
          switch (what) {
            case VERIFY -> "Broken";
            case DRILL -> "Not restorable";
            case TAKE -> "Not taken";
            case RESTORE -> "Not restored";
            case UNDO -> "Not undone";
            case PRUNE -> "Not removed";
          };
      case OPEN -> "Could not tell";
    };
  }

  private static List<Detail> details(Acted acted) {
    var details = new ArrayList<Detail>();
    acted
        .held()
        .forEach(held -> details.add(new Detail(level(held.ending()), held.what(), held.seen())));
    acted.findings().stream()
        .filter(finding -> !isSaid(acted, finding))
        .forEach(finding -> details.add(detail(finding)));
    acted
        .act()
        .figures()
        .removed()
        .forEach(id -> details.add(new Detail(Level.NOTHING, id, "removed")));
    return details;
  }

  /// Whether what was looked at says the same already.
  private static boolean isSaid(Acted acted, Finding finding) {
    return acted.held().stream()
        .anyMatch(held ->
            finding.message().equals(held.what() + ": " + held.seen())
                || finding.message().equals(held.seen()));
  }

  private static Detail detail(Finding finding) {
    return new Detail(
        finding.severity() == Severity.ERROR
            ? Level.BAD
            : finding.severity() == Severity.WARNING ? Level.UNTOLD : Level.NOTHING,
        finding.message(),
        WindowWords.next(finding).orElse(""));
  }
}
