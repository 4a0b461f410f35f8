package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.trust.Signer;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Who keeps a log, and with what.
///
/// @param clock the operator's clock; read when an entry is written, never corrected
/// @param key the log's key: it signs checkpoints and nothing else
/// @param random makes the name of a new log; give a `SecureRandom`
/// @param actor in whose name the log's own entries stand (its creation, a clock that stepped, a
///   published checkpoint)
/// @param tool the program that writes
public record LogKeeper(
    InstantSource clock, Signer key, RandomGenerator random, Actor actor, Tool tool) {
  /// @param name e.g. `plimsoll`
  public record Tool(String name, String version) {}
}
