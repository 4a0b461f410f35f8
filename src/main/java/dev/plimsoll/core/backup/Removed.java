package dev.plimsoll.core.backup;

import java.util.List;

/// Backups that are gone.
///
/// @param ids in the order in which they went
/// @param bytes that they took
public record Removed(List<String> ids, long bytes) {
  public static final Removed NONE = new Removed(List.of(), 0);

  public Removed {
    ids = List.copyOf(ids);
  }

  /// `2 backups were removed`, `nothing was removed`
  public String words() {
    return switch (ids.size()) {
      case 0 -> "nothing was removed";
      case 1 -> "1 backup was removed";
      default -> ids.size() + " backups were removed";
    };
  }
}
