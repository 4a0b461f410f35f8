package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.audit.foreign.Anchor;
import org.jspecify.annotations.Nullable;

/// What was seen of something that grows.
public sealed interface Look {

  /// @param anchor of a chain with entries, or null
  record Counted(long count, @Nullable Anchor anchor) implements Look {}

  /// @param sentence what is wrong with it
  record Broken(String sentence) implements Look {}

  /// @param sentence why it could not be read
  record Unread(String sentence) implements Look {}
}
