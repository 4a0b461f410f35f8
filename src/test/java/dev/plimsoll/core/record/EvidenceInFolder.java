package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Evidence in files of a folder, which a test may damage.
record EvidenceInFolder(Path folder) implements EvidenceStore {
  @Override
  public Evidence keep(String name, String mediaType, InputStream in) throws IOException {
    var bytes = in.readAllBytes();
    var digest = Digests.sha256Hex(bytes);
    Files.createDirectories(folder);
    Files.write(folder.resolve(digest), bytes);
    return new Evidence(name, digest, mediaType, bytes.length);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return Files.newInputStream(folder.resolve(sha256));
  }

  @Override
  public boolean contains(String sha256) {
    return Files.exists(folder.resolve(sha256));
  }
}
