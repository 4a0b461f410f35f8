package dev.plimsoll.architecture.broken.core.record;

import dev.plimsoll.architecture.broken.core.history.Database;

/// Broken on purpose: a record asks the database.
public record Statement(Database database) {}
