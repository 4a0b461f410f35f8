package dev.plimsoll.core;

import dev.plimsoll.core.model.RunState;
import java.nio.file.Path;
import java.time.Instant;

/// A run that is not finished: open (perhaps in another window) or paused.
///
/// @param done words of its progress: `7 of 9 done`
public record InFlight(
    Path root,
    String product,
    String version,
    String checklist,
    RunState.Phase phase,
    String done,
    Instant lastOn) {}
