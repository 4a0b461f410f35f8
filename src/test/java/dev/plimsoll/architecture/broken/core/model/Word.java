package dev.plimsoll.architecture.broken.core.model;

import dev.plimsoll.architecture.broken.core.FrontDoor;

/// Broken on purpose: the vocabulary uses the front door.
public record Word(FrontDoor door) {}
