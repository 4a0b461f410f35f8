package dev.plimsoll.core.backup.archive;

/// What a manifest says of a file.
///
/// @param sha256 of its bytes, lower-case hex
public record Expected(long size, String sha256) {}
