package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A group of steps.
///
/// @param budget the time it is meant to take, or null
/// @param onFailure what to say or start when a step of it fails, or null
/// @param types the release types it is for; empty means all
public record Section(
    String id,
    String title,
    @Nullable Duration budget,
    @Nullable OnFailure onFailure,
    Set<ReleaseType> types,
    List<Step> steps) {
  public Section {
    types = Set.copyOf(types);
    steps = List.copyOf(steps);
  }

  /// @param text shown at the failing step
  /// @param start id of a checklist to open at once, or null
  /// @param announce whether the configured people are told
  public record OnFailure(String text, @Nullable String start, boolean announce) {}
}
