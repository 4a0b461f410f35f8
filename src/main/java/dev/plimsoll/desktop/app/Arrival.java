package dev.plimsoll.desktop.app;

import java.nio.file.Path;
import java.util.List;

/// How the window was opened.
sealed interface Arrival {
  String PROJECT = "--project";

  /// To work: releases are walked and sealed.
  record ToWork() implements Arrival {}

  /// To work on the repository that this folder lies in.
  record ToWorkOn(Path folder) implements Arrival {}

  /// To audit what this installation recorded: nothing can be written.
  record ToAuditHome() implements Arrival {}

  /// To audit a history file, a folder that holds one, or a bundle: nothing can be written.
  record ToAudit(Path file) implements Arrival {}

  static Arrival of(List<String> arguments) {
    var first = arguments.isEmpty() ? "" : arguments.getFirst();
    if (first.startsWith(PROJECT + "=")) {
      return new ToWorkOn(absolute(first.substring(PROJECT.length() + 1)));
    }
    if (first.equals(PROJECT) && arguments.size() > 1) {
      return new ToWorkOn(absolute(arguments.get(1)));
    }
    if (!first.equals("--read-only")) {
      return new ToWork();
    }
    return arguments.size() == 1 ? new ToAuditHome() : new ToAudit(absolute(arguments.get(1)));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  default boolean isReadOnly() {
    return this instanceof ToAuditHome || this instanceof ToAudit;
  }
}
