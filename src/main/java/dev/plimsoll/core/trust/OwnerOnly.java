package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read. Where the file system knows no POSIX permissions
/// (Windows), its own rules apply and nothing is checked.
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /// @throws Problem when anybody but the owner has any right to the file
  static void require(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null || !Files.exists(file)) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (!OWNERS.containsAll(permissions)) {
      throw Problem.of(
          "Key not opened",
          file + " is open to others (" + PosixFilePermissions.toString(permissions) + ").",
          "Close it with: chmod 600 " + file);
    }
  }

  /// Writes a secret file and its public companion, both new, or neither.
  ///
  /// @throws Problem when one of them exists or cannot be written
  static void createBoth(Path secretFile, String secret, Path publicFile, String open) {
    if (Files.exists(publicFile)) {
      throw exists(publicFile.toString());
    }
    try {
      Path folder = secretFile.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder, mode(folder, "rwx------"));
      }
      create(secretFile, secret, "rw-------");
      try {
        create(publicFile, open, "rw-r--r--");
      } catch (IOException e) {
        Files.delete(secretFile);
        throw e;
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(e.getFile());
    } catch (IOException e) {
      throw Problem.of(
          "Key not made", secretFile + " cannot be written.", "Choose another place.", e);
    }
  }

  private static Problem exists(String file) {
    return Problem.of(
        "Key not made", file + " exists and is never overwritten.", "Choose another name.");
  }

  private static void create(Path file, String content, String mode) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, mode(file, mode))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] mode(Path place, String mode) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
