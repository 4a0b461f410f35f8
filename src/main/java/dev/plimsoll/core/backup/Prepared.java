package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.LogFacts;
import dev.plimsoll.core.backup.archive.Content;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A file that is ready to be put into an archive.
///
/// @param content its bytes: as it lies, up to its last whole line, or those of a copy
/// @param stamp null where nothing can tell later whether it has changed
/// @param digest SHA-256 of the content where it is known already
record Prepared(
    String path,
    Kind kind,
    int mode,
    Content content,
    @Nullable String stamp,
    @Nullable LogFacts log,
    SortedMap<String, Long> rows,
    @Nullable String digest) {}
