package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.RestorePoint;
import java.util.List;

/// What would become of each backup of a set.
///
/// @param fates newest first
public record Pruning(List<Fate> fates) {
  public Pruning {
    fates = List.copyOf(fates);
  }

  /// @param keptBy why it stays, each without a full stop: `it is the newest`; empty where it goes
  public record Fate(RestorePoint point, List<String> keptBy) {
    public Fate {
      keptBy = List.copyOf(keptBy);
    }

    public boolean goes() {
      return keptBy.isEmpty();
    }
  }

  /// What may be removed, oldest first.
  public List<String> going() {
    return fates.reversed().stream().filter(Fate::goes).map(fate -> fate.point().id()).toList();
  }

  /// What removing it frees, in bytes.
  public long frees() {
    return fates.stream()
        .filter(Fate::goes)
        .mapToLong(fate -> fate.point().content().stored())
        .sum();
  }
}
