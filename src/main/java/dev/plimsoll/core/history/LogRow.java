package dev.plimsoll.core.history;

import org.jspecify.annotations.Nullable;

/// One audit log of the history.
///
/// @param project key of the project it belongs to
/// @param epoch 1 for a project's first log, one more for every log begun in place of another
/// @param origin its name, or null while it has no entry
public record LogRow(
    String project, long epoch, @Nullable String product, @Nullable String origin) {}
