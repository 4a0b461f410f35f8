package dev.plimsoll.core.backup;

import java.util.List;

/// Backups that are gone.
///
/// @param ids in the order in which they went
/// @param bytes that they took
public record Removed(List<String> ids, long bytes) {
  public Removed {
    ids = List.copyOf(ids);
  }
}
