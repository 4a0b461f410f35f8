package dev.plimsoll.architecture.broken.core.backup;

import dev.plimsoll.architecture.broken.core.history.Database;

/// Broken on purpose: a restore point knows the database.
public record Restore(Database database) {}
