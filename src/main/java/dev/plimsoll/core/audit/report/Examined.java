package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What was looked at, as it lay when the report was made.
///
/// @param name how the person named it: a path, or the project whose log it is
/// @param size in bytes, or -1 where it is no file or cannot be read
/// @param sha256 of its bytes, lower-case hex, or null where it is no file or cannot be read
/// @param entries how many were proven to follow one another, or -1 where none were
/// @param head hash of the last of them, or null
public record Examined(
    String name, long size, @Nullable String sha256, long entries, @Nullable String head) {
  /// Reads the file once for its digest, in bounded memory. A file that cannot be read has no
  /// digest; the verdict says why.
  ///
  /// @param name how the person named it
  public static Examined file(Path file, String name) {
    try {
      return new Examined(name, Files.size(file), Digests.sha256Hex(file), -1, null);
    } catch (IOException unread) {
      return new Examined(name, -1, null, -1, null);
    }
  }

  /// A log that lies in a history and is no file of its own.
  public static Examined stored(String name) {
    return new Examined(name, -1, null, -1, null);
  }

  /// The same, with what was proven.
  public Examined proven(long entries, String head) {
    return new Examined(name, size, sha256, entries, head);
  }
}
