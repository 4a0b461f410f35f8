package dev.plimsoll.architecture.broken.core.run;

import dev.plimsoll.architecture.broken.core.history.Database;

/// Broken on purpose: a run asks the database.
public record Walk(Database database) {}
