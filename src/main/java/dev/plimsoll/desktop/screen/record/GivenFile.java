package dev.plimsoll.desktop.screen.record;

import java.nio.file.Path;
import java.util.Optional;

/// A record that lies somewhere as a file.
public record GivenFile(Path file) implements RecordSource {
  @Override
  public Optional<Path> projectTrust() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // nothing was made
  }
}
