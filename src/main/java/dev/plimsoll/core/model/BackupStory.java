package dev.plimsoll.core.model;

import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may be said of backups by what the log tells of them. What was found last counts: a later
/// failure takes back what was proven.
///
/// @param told oldest first
public record BackupStory(List<BackupTold> told) {
  public static final BackupStory NONE = new BackupStory(List.of());

  public BackupStory {
    told = List.copyOf(told);
  }

  /// The last drill of a set that proved a backup which nothing found broken since.
  ///
  /// @param id of the backup
  /// @param manifest SHA-256 of its manifest
  /// @param seq of the entry that says so
  public record Proven(String id, @Nullable String manifest, Instant on, long seq) {}

  /// The same without what other sets did.
  public BackupStory of(String set) {
    return new BackupStory(told.stream().filter(each -> each.act().set().equals(set)).toList());
  }

  /// A point with what is told of it; one that cannot even be listed as it should be stays broken,
  /// whatever was told of it before.
  public RestorePoint judged(RestorePoint point) {
    if (point.level() == RestorePoint.Level.BROKEN || point.level() == RestorePoint.Level.UNREAD) {
      return point;
    }
    return new RestorePoint(
        point.set(),
        point.id(),
        point.takenOn(),
        point.content(),
        point.of(),
        point.manifest(),
        proof(point));
  }

  private RestorePoint.Proof proof(RestorePoint point) {
    var proof = RestorePoint.Proof.NONE;
    for (var each : told) {
      var act = each.act();
      if (act.set().equals(point.set()) && point.id().equals(act.id())) {
        proof = after(proof, each, isOther(point, act));
      }
    }
    return proof;
  }

  private static boolean isOther(RestorePoint point, BackupAct act) {
    return act.manifest() != null && !act.manifest().equals(point.manifest());
  }

  private static RestorePoint.Proof after(
      RestorePoint.Proof before, BackupTold told, boolean isOther) {
    var act = told.act();
    if (act.ending() == Ending.FAILED && (act.what() == What.VERIFY || act.what() == What.DRILL)) {
      var sentence = act.figures().sentence();
      return new RestorePoint.Proof(
          null, null, sentence == null ? "It is not as it should be." : sentence);
    }
    if (act.ending() != Ending.DONE) {
      return before;
    }
    return switch (act.what()) {
      case TAKE, VERIFY, DRILL -> {
        if (isOther) {
          yield new RestorePoint.Proof(null, null, otherSince(told));
        }
        yield new RestorePoint.Proof(
            told.on(), act.what() == What.DRILL ? told.on() : before.provenOn(), null);
      }
      case PRUNE, RESTORE, UNDO -> before;
    };
  }

  private static String otherSince(BackupTold told) {
    return "What lies there is not the backup that was seen on "
        + told.on().toString().substring(0, 10)
        + ": its manifest is another.";
  }

  /// Why a backup of that name with that manifest is not the one that the log knows; empty where it
  /// is, or the log knows none.
  public Optional<String> otherThan(String set, String id, String manifest) {
    return told.stream()
        .filter(each -> each.act().set().equals(set) && id.equals(each.act().id()))
        .filter(each -> each.act().ending() == Ending.DONE && each.act().manifest() != null)
        .findFirst()
        .filter(each -> !manifest.equals(each.act().manifest()))
        .map(BackupStory::otherSince);
  }

  /// When a restore of a set was last proven; empty where it never was, or the proof was taken
  /// back.
  public Optional<Proven> lastProven(String set) {
    Proven last = null;
    for (var each : told) {
      var act = each.act();
      if (!act.set().equals(set) || act.id() == null) {
        continue;
      }
      if (act.what() == What.DRILL && act.ending() == Ending.DONE) {
        last = new Proven(act.id(), act.manifest(), each.on(), each.seq());
      } else if (isLook(act.what())
          && act.ending() == Ending.FAILED
          && last != null
          && last.id().equals(act.id())) {
        last = null;
      }
    }
    return Optional.ofNullable(last);
  }

  /// The newest backup of these sets, by when the log first tells of it, that was verified, that
  /// nothing found broken since, and that was not removed.
  public Optional<RollbackPoint> rollbackPoint(Set<String> sets) {
    var points = new LinkedHashMap<List<String>, Optional<RollbackPoint>>();
    for (var each : told) {
      var act = each.act();
      if (!sets.contains(act.set())) {
        continue;
      }
      if (act.what() == What.PRUNE) {
        act.figures().removed().forEach(gone -> points.remove(List.of(act.set(), gone)));
      }
      var id = act.id();
      if (id == null || !isLook(act.what())) {
        continue;
      }
      var key = List.of(act.set(), id);
      if (act.ending() == Ending.DONE && act.manifest() != null) {
        var before = points.getOrDefault(key, Optional.empty());
        points.put(key, Optional.of(verified(each, id, act.manifest(), before.orElse(null))));
      } else if (act.ending() == Ending.FAILED) {
        points.put(key, Optional.empty());
      }
    }
    return points.sequencedValues().reversed().stream().flatMap(Optional::stream).findFirst();
  }

  private static RollbackPoint verified(
      BackupTold told, String id, String manifest, @Nullable RollbackPoint before) {
    var act = told.act();
    if (act.what() == What.DRILL) {
      return new RollbackPoint(act.set(), id, manifest, told.on());
    }
    return new RollbackPoint(
        act.set(),
        id,
        manifest,
        before != null && manifest.equals(before.manifest()) ? before.provenOn() : null);
  }

  private static boolean isLook(What what) {
    return what == What.TAKE || what == What.VERIFY || what == What.DRILL;
  }

  /// Acts that began and never said how they ended: a crash, or one that goes on now.
  public List<BackupTold> open() {
    var open = new ArrayList<BackupTold>();
    for (var each : told) {
      if (each.isEnded()) {
        open.removeIf(begun -> isSame(begun.act(), each.act()));
      } else {
        open.add(each);
      }
    }
    return List.copyOf(open);
  }

  private static boolean isSame(BackupAct begun, BackupAct ended) {
    return begun.set().equals(ended.set()) && begun.what() == ended.what();
  }
}
