package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.audit.EvidenceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A record that this installation sealed and kept among its evidence; copied out to look at it.
public final class KeptBundle implements RecordSource {
  private final EvidenceStore evidence;
  private final String sha256;
  private final Supplier<Optional<Path>> repository;
  private @Nullable Path copy;

  /// @param sha256 address of the bundle among the evidence
  /// @param repository the project's top folder, where it is at hand
  public KeptBundle(EvidenceStore evidence, String sha256, Supplier<Optional<Path>> repository) {
    this.evidence = evidence;
    this.sha256 = sha256;
    this.repository = repository;
  }

  @Override
  public synchronized Path file() throws IOException {
    var known = copy;
    if (known != null) {
      return known;
    }
    var file = Files.createTempFile("plimsoll-", ".release.zip");
    try (var bytes = evidence.open(sha256)) {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      Files.deleteIfExists(file);
      throw notKept;
    }
    copy = file;
    return file;
  }

  @Override
  public Optional<Path> projectTrust() {
    return repository
        .get()
        .map(root -> root.resolve(".plimsoll").resolve("allowed_signers"))
        .filter(Files::isRegularFile);
  }

  @Override
  public synchronized void close() {
    var made = copy;
    if (made != null) {
      copy = null;
      try {
        Files.deleteIfExists(made);
      } catch (IOException harmless) {
        // it lies in the system's folder for such files
      }
    }
  }
}
