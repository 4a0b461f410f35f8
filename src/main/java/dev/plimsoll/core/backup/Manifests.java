package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import java.lang.ref.SoftReference;
import java.nio.file.Path;

/// Reads the manifests of archives. The one that was read last is remembered, as long as the memory
/// is not wanted for something else: where the same bytes come again they need not be judged again.
/// Thread-safe.
final class Manifests {
  private volatile SoftReference<Read> last = new SoftReference<>(null);

  /// @param sha256 of its bytes
  record Read(Manifest manifest, String sha256) {}

  /// @throws Problem where the archive has none, or it cannot be read
  Read of(Path archive, String what) throws InterruptedException {
    try (var reader = ArchiveReader.open(archive)) {
      return of(reader, archive, what);
    }
  }

  Read of(ArchiveReader reader, Path archive, String what) throws InterruptedException {
    var bytes = reader.manifest();
    if (bytes.isEmpty()) {
      throw Problem.of(
          what,
          archive.getFileName() + " has no manifest: another program made it.",
          "Unpack it with the program that made it.");
    }
    try {
      return read(bytes.get());
    } catch (ManifestFault fault) {
      throw Problem.of(
          what, archive.getFileName() + ": " + fault.sentence(), "Use another backup.", fault);
    }
  }

  /// @throws ManifestFault where it is none, with the reason
  Read read(byte[] bytes) throws ManifestFault {
    var sha256 = Digests.sha256Hex(bytes);
    var before = last.get();
    if (before != null && before.sha256.equals(sha256)) {
      return before;
    }
    var read = new Read(ManifestReader.read(bytes), sha256);
    last = new SoftReference<>(read);
    return read;
  }
}
