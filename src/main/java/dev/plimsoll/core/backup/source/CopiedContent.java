package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.backup.archive.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// The bytes of a copy that nobody else touches, with the time of what it was copied from.
///
/// @param original as it was when it was copied
public record CopiedContent(Path copy, Look original) implements Content {
  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(copy);
  }

  @Override
  public long size() throws IOException {
    return Files.size(copy);
  }

  @Override
  public Instant modifiedOn() {
    return original.modifiedOn();
  }

  @Override
  public boolean isStill() {
    return true;
  }
}
