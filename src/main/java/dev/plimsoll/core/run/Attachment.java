package dev.plimsoll.core.run;

import java.nio.file.Path;

/// A file a person adds: its bytes are read when it is attached.
///
/// @param name file name for a person, no path in it
/// @param mediaType RFC 6838
/// @param source where the bytes lie now; the caller deletes temporary files
public record Attachment(String name, String mediaType, Path source) {}
