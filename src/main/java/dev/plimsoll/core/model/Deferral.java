package dev.plimsoll.core.model;

import java.time.Instant;
import java.time.LocalDate;

/// A step put off by a named person; it becomes an obligation of the record.
public record Deferral(
    String step, Actor owner, String reason, LocalDate dueOn, Instant deferredOn) {}
