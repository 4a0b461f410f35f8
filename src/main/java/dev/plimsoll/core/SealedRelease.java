package dev.plimsoll.core;

import java.nio.file.Path;

/// A release that was sealed.
///
/// @param bundle the zip that was written
/// @param sha256 digest of the record inside it
/// @param outcome `READY`, `RELEASED` ...
public record SealedRelease(Path bundle, String sha256, String outcome) {}
