package dev.plimsoll.core;

import dev.plimsoll.core.checklist.StepCase;

/// What a case came to.
///
/// @param checklist id
/// @param held whether it came out as wanted
/// @param outcome `FAILED`, ..., or `NOT_TRIED`
/// @param observed what was seen, findings included
public record TriedCase(
    String checklist, StepCase stepCase, boolean held, String outcome, String observed) {}
