package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Evidence;
import java.io.IOException;
import java.io.InputStream;

/// Keeps bytes by their digest. What is kept is never changed. Thread-safe, and safe between
/// processes.
public interface EvidenceStore {
  /// Stores the stream under the SHA-256 of its bytes, flushed to disk before it returns. Storing
  /// the same bytes again is no error. The caller has redacted them.
  Evidence keep(String name, String mediaType, InputStream bytes) throws IOException;

  /// @throws java.nio.file.NoSuchFileException where nothing is kept under that digest
  InputStream open(String sha256) throws IOException;

  boolean contains(String sha256);
}
