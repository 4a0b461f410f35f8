package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;

/// The manifest of an archive on disk.
final class ReadManifest {
  private ReadManifest() {}

  /// @throws Problem where it has none, or it cannot be read
  static Manifest of(Path archive, String what) throws InterruptedException {
    try (var reader = ArchiveReader.open(archive)) {
      return of(reader, archive, what);
    }
  }

  static Manifest of(ArchiveReader reader, Path archive, String what) throws InterruptedException {
    var bytes = reader.manifest();
    if (bytes.isEmpty()) {
      throw Problem.of(
          what,
          archive.getFileName() + " has no manifest: another program made it.",
          "Unpack it with the program that made it.");
    }
    try {
      return ManifestReader.read(bytes.get());
    } catch (ManifestFault fault) {
      throw Problem.of(
          what, archive.getFileName() + ": " + fault.sentence(), "Use another backup.", fault);
    }
  }
}
