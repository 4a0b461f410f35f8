package dev.plimsoll.core.backup.restore;

import java.nio.file.Path;
import java.time.InstantSource;

/// Where files are put back, and what is needed for it.
///
/// @param root the project's folder, absolute
/// @param product as the project file calls it
public record Site(
    Path root, String product, Commands commands, Looks looks, InstantSource clock) {}
