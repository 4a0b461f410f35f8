package dev.plimsoll.architecture.broken.core.history;

import dev.plimsoll.architecture.broken.core.run.Walk;

/// Broken on purpose: the database knows runs.
public record Database(Walk walk) {}
