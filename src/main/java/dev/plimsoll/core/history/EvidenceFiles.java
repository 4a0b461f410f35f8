package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Evidence as files, named by their digest: `<folder>/<first two digits>/<digest>`. A file is
/// written beside its place, flushed and moved in whole; memory does not grow with it. Thread-safe,
/// and safe between processes.
public final class EvidenceFiles implements EvidenceStore {
  private static final int BLOCK = 64 * 1024;
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  /// @param folder need not exist yet
  public EvidenceFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Evidence keep(String name, String mediaType, InputStream bytes) throws IOException {
    made(folder);
    var fresh = Files.createTempFile(folder, "new-", ".part");
    try {
      var digest = sha256();
      var size = write(fresh, bytes, digest);
      var hex = HexFormat.of().formatHex(digest.digest());
      settle(fresh, hex, size);
      return new Evidence(name, hex, mediaType, size);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Asked first: making what is there costs an exception.
  private static Path made(Path folder) throws IOException {
    return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
  }

  private static long write(Path file, InputStream bytes, MessageDigest digest) throws IOException {
    var block = new byte[BLOCK];
    var size = 0L;
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (var n = bytes.read(block); n >= 0; n = bytes.read(block)) {
        digest.update(block, 0, n);
        var out = ByteBuffer.wrap(block, 0, n);
        while (out.hasRemaining()) {
          channel.write(out);
        }
        size += n;
      }
      channel.force(true);
    }
    return size;
  }

  /// Moves it to its place, unless the same bytes are there already; what is there and is not whole
  /// is replaced.
  private void settle(Path fresh, String hex, long size) throws IOException {
    var place = place(hex);
    if (Files.exists(place) && Files.size(place) == size) {
      return;
    }
    var shelf = made(shelf(hex));
    Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(shelf);
  }

  private static void flush(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return Files.newInputStream(place(sha256));
  }

  @Override
  public boolean contains(String sha256) {
    return DIGEST.matcher(sha256).matches() && Files.exists(place(sha256));
  }

  /// Whether what is kept under that digest still has it. Nothing kept is not intact.
  ///
  /// @throws IOException where it is there and cannot be read: that is no word on its bytes
  public boolean intact(String sha256) throws IOException {
    return contains(sha256) && Digests.sha256Hex(place(sha256)).equals(sha256);
  }

  private Path place(String sha256) {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + sha256);
    }
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return folder.resolve(sha256.substring(0, 2));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
