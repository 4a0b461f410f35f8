package dev.plimsoll.architecture.broken.core.trust;

import dev.plimsoll.architecture.broken.core.audit.Log;

/// Broken on purpose: keys know the log.
public record Key(Log log) {}
