package dev.plimsoll.desktop.screen.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Proposes a first `.plimsoll/` for a repository that has none. Called off the window's thread.
public interface Starter {
  /// @param path relative to the repository, with `/`
  record NewFile(String path, String text) {}

  /// @param root the repository's top folder
  record Proposal(Path root, List<NewFile> files) {
    public Proposal {
      files = List.copyOf(files);
    }
  }

  /// Empty where `anywhereInside` is in no repository, or in one that has its files already.
  Optional<Proposal> propose(Path anywhereInside);

  /// Writes exactly what was proposed.
  ///
  /// @throws dev.plimsoll.core.model.Problem where a file exists or cannot be written
  void write(Proposal proposal);
}
