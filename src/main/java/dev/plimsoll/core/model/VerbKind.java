package dev.plimsoll.core.model;

/// What carrying out a verb can do to the world.
public enum VerbKind {
  /// Reads facts and concludes; changes nothing. May run by itself, may run again at any time.
  CHECK,
  /// Asks a person; nothing runs.
  QUESTION,
  /// Changes the world (a tag, a push, a restore). Runs only when a person, or the command line by
  /// name, starts it.
  ACTION
}
