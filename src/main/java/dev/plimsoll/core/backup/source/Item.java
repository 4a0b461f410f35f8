package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.backup.archive.EntryKind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Something that is to be saved: found, not read.
///
/// @param path in the backup
/// @param file where it lies, absolute
/// @param target of a link, else null
public record Item(String path, Path file, EntryKind shape, Look look, @Nullable String target) {}
