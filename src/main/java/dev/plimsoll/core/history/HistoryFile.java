package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The file of a history: what it is, and the connections to it.
final class HistoryFile {
  private static final Set<PosixFilePermission> ANY_WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path path;
  private final Duration patience;

  HistoryFile(Path path, Duration patience) {
    this.path = path.toAbsolutePath();
    this.patience = patience;
  }

  Path path() {
    return path;
  }

  private Path folder() {
    var folder = path.getParent();
    return folder == null ? path : folder;
  }

  /// Makes the file and its folder where they are missing, for their owner alone.
  void create() {
    try {
      Files.createDirectories(folder());
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(path);
      }
    } catch (FileAlreadyExistsException e) {
      // it was there, or another process was quicker
      return;
    } catch (IOException e) {
      throw Problem.of(
          "History not opened",
          "The file " + path + " cannot be made: " + e.getMessage() + ".",
          "See that its folder is there and that you may write in it, then try again.",
          e);
    }
  }

  /// Whether file and folder may be written. A file that nobody may write counts as read-only even
  /// for a superuser, who could.
  boolean isWritable() {
    return mayWrite(path) && mayWrite(folder());
  }

  private static boolean mayWrite(Path place) {
    var view = Files.getFileAttributeView(place, PosixFileAttributeView.class);
    try {
      return Files.isWritable(place)
          && (view == null
              || view.readAttributes().permissions().stream().anyMatch(ANY_WRITE::contains));
    } catch (IOException e) {
      return false;
    }
  }

  /// What tells this file from another one that was put in its place; null where the system does
  /// not say.
  @Nullable Object identity() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /// A connection that may write.
  Sql connect() throws SQLException {
    return new Sql(connection("mode=rw"));
  }

  /// A connection that reads, beside others that write.
  Sql connectForReading() throws SQLException {
    return new Sql(connection("mode=ro"));
  }

  /// A connection to a file that nobody writes, which leaves no file beside it.
  Sql connectToUnchanging() throws SQLException {
    return new Sql(connection("mode=ro&immutable=1"));
  }

  private Connection connection(String mode) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    return config.createConnection("jdbc:sqlite:" + path.toUri() + "?" + mode);
  }
}
