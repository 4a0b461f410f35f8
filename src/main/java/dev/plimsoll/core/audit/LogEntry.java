package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import java.time.Instant;
import java.util.Map;

/// One entry as read back from its stored line.
///
/// @param event the word as stored; a newer version's word is kept as it is
/// @param data the entry's payload: maps, lists, strings, longs, booleans, nulls
/// @param line the stored bytes as text, without line end
/// @param hash SHA-256 of the line, lower-case hex
public record LogEntry(
    long seq,
    Instant time,
    Actor actor,
    String event,
    Map<String, Object> data,
    String line,
    String hash) {}
