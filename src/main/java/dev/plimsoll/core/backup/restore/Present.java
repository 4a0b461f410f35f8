package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.trust.Digests;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/// What stands at a place now.
final class Present {
  private static final int BLOCK = 128 * 1024;
  private static final int PERMISSIONS = 07777;

  private Present() {}

  /// As it is, with its digest; empty where nothing is.
  static Optional<Wanted> read(String path, Path file, Wanted.Sense sense) throws IOException {
    BasicFileAttributes seen;
    try {
      seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    var time = seen.lastModifiedTime().toInstant();
    if (seen.isSymbolicLink()) {
      return Optional.of(
          new Wanted(path, Wanted.Form.LINK, 0, -1, time, link(file), Wanted.Sense.PLAIN));
    }
    if (seen.isDirectory()) {
      return Optional.of(
          new Wanted(path, Wanted.Form.FOLDER, 0, mode(file), time, null, Wanted.Sense.PLAIN));
    }
    if (!seen.isRegularFile()) {
      throw new IOException(path + " is neither a file nor a folder");
    }
    return Optional.of(
        new Wanted(
            path, Wanted.Form.FILE, seen.size(), mode(file), time, Digests.sha256Hex(file), sense));
  }

  /// Whether it is already what is wanted, mode and time aside.
  static boolean isSame(Wanted wanted, Path file) throws IOException {
    return isSame(wanted, file, _ -> {});
  }

  /// @param read is told of bytes that were read, as they are
  static boolean isSame(Wanted wanted, Path file, LongConsumer read) throws IOException {
    return switch (wanted.form()) {
      case FOLDER -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
      case LINK -> Files.isSymbolicLink(file) && link(file).equals(wanted.sha256());
      case FILE ->
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) == wanted.size()
              && digest(file, read).equals(wanted.sha256());
    };
  }

  private static String digest(Path file, LongConsumer read) throws IOException {
    try (var in =
        new FilterInputStream(Files.newInputStream(file)) {
          @Override
          public int read(byte[] block, int from, int length) throws IOException {
            var count = in.read(block, from, length);
            read.accept(Math.max(0, count));
            return count;
          }
        }) {
      return Digests.sha256Hex(in);
    }
  }

  private static String link(Path file) throws IOException {
    return Digests.sha256Hex(
        Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
  }

  static int mode(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS
        : -1;
  }

  /// The digest of a file's first bytes; empty where it has fewer.
  static Optional<String> beginning(Path file, long count) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var block = new byte[BLOCK];
      var left = count;
      while (left > 0) {
        var read = in.read(block, 0, (int) Math.min(BLOCK, left));
        if (read < 0) {
          return Optional.empty();
        }
        digest.update(block, 0, read);
        left -= read;
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
