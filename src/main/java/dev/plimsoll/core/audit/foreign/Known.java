package dev.plimsoll.core.audit.foreign;

import java.util.List;

/// What is known of a chain from elsewhere.
///
/// @param anchors what earlier records and people kept of it; any number, in any order
/// @param keys of keyed hashes
public record Known(List<Anchor> anchors, HashKeys keys) {
  public static final Known NOTHING = new Known(List.of(), HashKeys.NONE);

  public Known {
    anchors = List.copyOf(anchors);
  }

  public static Known of(Anchor... anchors) {
    return new Known(List.of(anchors), HashKeys.NONE);
  }

  public Known with(HashKeys other) {
    return new Known(anchors, other);
  }

  /// How many entries there were at the most.
  long most() {
    return anchors.stream().mapToLong(Anchor::entries).max().orElse(0);
  }
}
