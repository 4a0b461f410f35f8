package dev.plimsoll.core.backup.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry as it was put into the archive.
///
/// @param path below the root folder
/// @param size bytes of the file as they were read; 0 for a folder or a link
/// @param sha256 of these bytes, lower-case hex; null for a folder or a link
/// @param reused whether it was taken over from an earlier archive and not read
public record Written(
    String path,
    EntryKind kind,
    long size,
    int mode,
    Instant modifiedOn,
    @Nullable String sha256,
    boolean reused) {}
