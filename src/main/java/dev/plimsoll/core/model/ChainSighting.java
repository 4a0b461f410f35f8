package dev.plimsoll.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A chain that was found whole once, as the project's log tells it.
///
/// @param run the run whose step looked, or null where nobody walked a checklist
/// @param step the step that looked, or null
/// @param restarts whether it was held against nothing: a chain that is shorter than it was is then
///   meant, as after a restore
/// @param seq sequence number of the entry that says so
public record ChainSighting(
    ChainHead chain,
    @Nullable String run,
    @Nullable String step,
    Instant on,
    boolean restarts,
    long seq) {}
