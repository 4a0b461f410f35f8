package dev.plimsoll.desktop.screen.backup;

/// A file of a restore point.
///
/// @param path `/` between its parts
/// @param kind `plain`, `log`, `sqlite`, ... or empty
/// @param bytes its size in the backup
public record PointFile(String path, String kind, long bytes) {}
