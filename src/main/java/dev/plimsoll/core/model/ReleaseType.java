package dev.plimsoll.core.model;

import java.util.Locale;
import java.util.Optional;

/// How far a version stands from the one before it.
public enum ReleaseType {
  PATCH,
  MINOR,
  MAJOR,
  PRERELEASE;

  /// The word in files: `patch`, `minor`, `major`, `prerelease`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReleaseType> ofWord(String word) {
    for (var type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
