package dev.plimsoll.architecture.broken;

import dev.plimsoll.architecture.broken.core.gate.Judge;

/// Broken on purpose: the entrance reaches past the two doors.
public record Main(Judge judge) {}
