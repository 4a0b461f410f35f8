package dev.plimsoll.core.model;

import java.time.Instant;
import java.time.LocalDate;

/// A named person accepts one failed step. Valid through the whole of `expiresOn`, in UTC.
///
/// @param attempt the number of the attempt it accepts; a later attempt needs a waiver of its own
public record Waiver(
    String step, Actor owner, String reason, LocalDate expiresOn, Instant grantedOn, int attempt) {}
