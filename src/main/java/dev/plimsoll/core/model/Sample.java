package dev.plimsoll.core.model;

/// One response, or one request that had none, of a step that sends many; shown while it runs.
///
/// @param number from 1, in the order in which they were sent
/// @param label what was asked, for a person: `POST /search`; masked before it is shown
/// @param status the HTTP status code, or 0 where there was no response
/// @param micros how long it took, in microseconds
/// @param good whether it met what the step expects of it
public record Sample(long number, String label, int status, long micros, boolean good) {}
