package dev.plimsoll.desktop.screen.record;

import java.nio.file.Path;

/// The trust file that a record is held against.
sealed interface Trust {
  Path file();

  /// How it is told beside the verdicts.
  String words();

  /// The verifier's own.
  record Own(Path file) implements Trust {
    @Override
    public String words() {
      return "Trust file: your own, " + file.getFileName() + ".";
    }
  }

  /// The one of the project that the record is about.
  record OfProject(Path file) implements Trust {
    @Override
    public String words() {
      return "Trust file: the project's own. It says whom the team names, not whom you trust.";
    }
  }
}
