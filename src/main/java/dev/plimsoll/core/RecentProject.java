package dev.plimsoll.core;

import java.nio.file.Path;
import java.time.Instant;

/// A project that was opened here before.
public record RecentProject(Path root, String product, Instant lastOpened) {}
