package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.audit.foreign.Anchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The lines or bytes of a file. One that is not there has none.
///
/// @param shown its name in findings
/// @param lines whether lines are counted; a last one without its line end is not finished and does
///   not count
public record FileSubject(Path file, String shown, boolean lines) implements Subject {
  @Override
  public Look look(@Nullable Anchor since) throws InterruptedException {
    try {
      if (!Files.exists(file)) {
        return new Look.Counted(0, null);
      }
      if (!Files.isRegularFile(file)) {
        return new Look.Unread(shown + " is no file.");
      }
      return new Look.Counted(lines ? count() : Files.size(file), null);
    } catch (IOException unreadable) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Look.Unread(shown + " cannot be read.");
    }
  }

  private long count() throws IOException {
    var count = 0L;
    var piece = new byte[1 << 16];
    try (var in = Files.newInputStream(file)) {
      for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
        for (var i = 0; i < read; i++) {
          count += piece[i] == '\n' ? 1 : 0;
        }
      }
    }
    return count;
  }
}
