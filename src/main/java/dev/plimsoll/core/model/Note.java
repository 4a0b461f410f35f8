package dev.plimsoll.core.model;

import java.time.Instant;

/// A remark of a person at a step.
public record Note(Actor author, Instant writtenOn, String text) {}
