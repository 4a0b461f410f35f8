package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.RestorePoint;
import java.util.List;
import java.util.Optional;

/// What lies where a set keeps its backups.
///
/// @param points the set's own, newest first
/// @param strangers files that are none of them; never offered, never removed
public record Shelf(List<RestorePoint> points, List<Stranger> strangers) {
  public static final Shelf EMPTY = new Shelf(List.of(), List.of());

  public Shelf {
    points = List.copyOf(points);
    strangers = List.copyOf(strangers);
  }

  /// @param name of the file
  /// @param sentence what it is: "It is a backup of another product, shop."
  public record Stranger(String name, String sentence) {}

  public Optional<RestorePoint> point(String id) {
    return points.stream().filter(point -> point.id().equals(id)).findFirst();
  }
}
