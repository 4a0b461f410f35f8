package dev.plimsoll.architecture.broken.core.checklist;

import dev.plimsoll.architecture.broken.core.check.Verb;

/// Broken on purpose: the reader knows the verbs.
public record Reader(Verb verb) {}
