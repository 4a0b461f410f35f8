package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;

/// The first thing that is wrong with a chain, and where.
///
/// @param entry counts from 0; the number of entries where entries are missing at the end
/// @param line counts from 1, blank lines too
/// @param offset of the line's first byte in the file, or of the first wrong byte in it where one
///   byte is to blame
/// @param sentence whole, names entry, line and byte
/// @param found what stands there, bounded and made visible; empty where nothing does
/// @param expected what should, in the same form, around the same place
public record Defect(
    VerdictCode code,
    long entry,
    long line,
    long offset,
    String sentence,
    String found,
    String expected) {}
