package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.act.Absence;
import dev.plimsoll.core.backup.restore.UndoPoint;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.RestorePoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of a set at one moment.
///
/// @param points newest first
/// @param fates what its rules of retention mean for each point
/// @param permission what may be done here
/// @param free bytes that are free at its place, or -1 where that cannot be told
/// @param past what restores left behind
/// @param absence what has to be said where there is no point
public record SetLook(
    List<RestorePoint> points,
    List<Fate> fates,
    Permission permission,
    long free,
    Past past,
    Optional<Absence> absence) {
  public SetLook {
    points = List.copyOf(points);
    fates = List.copyOf(fates);
  }

  /// With nothing to be said of its place.
  public SetLook(
      List<RestorePoint> points, List<Fate> fates, Permission permission, long free, Past past) {
    this(points, fates, permission, free, past, Optional.empty());
  }

  /// What may be done with a set.
  public enum Permission {
    ALLOWED,
    /// Nobody trusted the project's files on this machine, and some of them name programs to run.
    UNTRUSTED,
    /// An auditor looks.
    READ_ONLY
  }

  /// What retention does with a point.
  ///
  /// @param reason `newest`, `older than 7 days`
  public record Fate(String id, boolean kept, String reason) {}

  /// @param unfinished whether a restore in this project was cut off
  /// @param undo what the last restore could be undone to, or null
  public record Past(boolean unfinished, @Nullable UndoPoint undo) {
    public static final Past NONE = new Past(false, null);
  }

  Optional<RestorePoint> newest() {
    return points.stream().findFirst();
  }

  Optional<RestorePoint> point(@Nullable String id) {
    return points.stream().filter(point -> point.id().equals(id)).findFirst();
  }

  /// The point that was proven last.
  Optional<RestorePoint> lastProven() {
    return points.stream()
        .filter(point -> point.provenOn().isPresent())
        .max(java.util.Comparator.comparing(point -> point.provenOn().orElseThrow()));
  }

  Optional<Fate> fate(RestorePoint point) {
    return fates.stream().filter(fate -> fate.id().equals(point.id())).findFirst();
  }

  /// The points that retention would remove now.
  List<Fate> removed() {
    return fates.stream().filter(fate -> !fate.kept()).toList();
  }

  /// Whether nobody asked the program that keeps its backups: then none is no fact.
  boolean isUnknown(BackupSet set) {
    return points.isEmpty() && !isAllowed() && set.place().engine() == BackupSet.Engine.RESTIC;
  }

  boolean isAllowed() {
    return permission == Permission.ALLOWED;
  }
}
