package dev.plimsoll.desktop.screen.home;

import java.nio.file.Path;
import java.util.List;

/// Proposes a first `.plimsoll/` for a repository that has none. Called off the window's thread.
public interface Starter {
  /// @param path relative to the repository, with `/`
  record NewFile(String path, String text) {}

  /// @param title what it starts from, to choose by
  /// @param root the repository's top folder
  record Proposal(String title, Path root, List<NewFile> files) {
    public Proposal {
      files = List.copyOf(files);
    }
  }

  /// The usual one first. Empty where `anywhereInside` is in no repository, or in one that has its
  /// files already.
  List<Proposal> propose(Path anywhereInside);

  /// Writes exactly what was proposed.
  ///
  /// @throws dev.plimsoll.core.model.Problem where a file exists or cannot be written
  void write(Proposal proposal);
}
