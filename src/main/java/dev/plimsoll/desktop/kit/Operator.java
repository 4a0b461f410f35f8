package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Actor;
import java.nio.file.Path;
import java.util.Optional;

/// Who sits at the window. Thread-safe.
public interface Operator {
  /// Who the person is in this repository: a principal of its trust file where a key was proven
  /// that the file gives to that principal, else the user of the operating system, unauthenticated.
  /// Reads a file.
  Actor in(Path root);

  /// Fingerprint of the key that was proven here.
  Optional<String> key();
}
