package dev.plimsoll.desktop.app;

import java.nio.file.Path;
import java.util.List;

/// How the window was opened.
sealed interface Arrival {
  /// To work: releases are walked and sealed.
  record ToWork() implements Arrival {}

  /// To audit what this installation recorded: nothing can be written.
  record ToAuditHome() implements Arrival {}

  /// To audit a history file, a folder that holds one, or a bundle: nothing can be written.
  record ToAudit(Path file) implements Arrival {}

  static Arrival of(List<String> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().equals("--read-only")) {
      return new ToWork();
    }
    return arguments.size() == 1
        ? new ToAuditHome()
        : new ToAudit(Path.of(arguments.get(1)).toAbsolutePath().normalize());
  }

  default boolean isReadOnly() {
    return !(this instanceof ToWork);
  }
}
