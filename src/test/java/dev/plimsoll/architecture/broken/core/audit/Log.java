package dev.plimsoll.architecture.broken.core.audit;

import dev.plimsoll.architecture.broken.core.history.Database;

/// Broken on purpose: the log knows its store.
public record Log(Database database) {}
