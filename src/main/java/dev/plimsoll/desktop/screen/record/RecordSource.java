package dev.plimsoll.desktop.screen.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a record and the trust files to hold it against come from. Calls may take a moment and are
/// made off the window's thread.
public interface RecordSource extends AutoCloseable {
  /// The bundle, the folder it was unpacked into, or a `release-record.json`.
  ///
  /// @throws IOException where it cannot be read
  Path file() throws IOException;

  /// The trust file of the project the record is about, where it is at hand. It says whom the team
  /// names; whether to believe that is the verifier's matter.
  Optional<Path> projectTrust();

  /// Takes away what was made for looking at it.
  @Override
  void close();
}
