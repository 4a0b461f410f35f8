package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import org.jspecify.annotations.Nullable;

/// One thing about one line, without its number in the chain.
///
/// @param code of a failure where the line cannot stand, of a warning where it can
/// @param at first byte it is about, counted in the line
/// @param reason to stand after "Entry 40 (line 41, byte 9812) ", without a final stop: "is no JSON
///   object: ..."
/// @param expected what should stand there: a whole line or a few words; null where nothing better
///   than the reason can be said
public record Flaw(VerdictCode code, int at, String reason, @Nullable String expected) {}
