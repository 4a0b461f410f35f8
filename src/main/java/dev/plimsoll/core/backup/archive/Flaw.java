package dev.plimsoll.core.backup.archive;

import org.jspecify.annotations.Nullable;

/// Something that is not as it must be.
///
/// @param path of the file below the root folder that is hurt, or null where it is the archive's
///   own structure
/// @param sentence what it is, whole and for a person; names the file or the structure
public record Flaw(@Nullable String path, String sentence) {}
