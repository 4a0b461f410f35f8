package dev.plimsoll.architecture.broken.core.git;

import dev.plimsoll.architecture.broken.core.release.Tags;

/// Broken on purpose: git knows releases.
public record Repository(Tags tags) {}
