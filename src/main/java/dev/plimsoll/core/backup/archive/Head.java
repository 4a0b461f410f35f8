package dev.plimsoll.core.backup.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands before an entry's bytes.
///
/// @param name with the root folder, without a slash at its end
/// @param target of a link, else null
record Head(
    String name,
    EntryKind kind,
    long size,
    int mode,
    Instant modifiedOn,
    @Nullable String target) {}
