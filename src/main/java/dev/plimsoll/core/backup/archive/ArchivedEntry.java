package dev.plimsoll.core.backup.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry as an archive names it; nothing of it is believed before it is read.
///
/// @param path below the root folder, `/` between parts; a hostile one is as it stands
/// @param size bytes that it says it has; 0 for a folder or a link
/// @param target of a link, else null
public record ArchivedEntry(
    String path,
    EntryKind kind,
    long size,
    int mode,
    Instant modifiedOn,
    @Nullable String target) {}
