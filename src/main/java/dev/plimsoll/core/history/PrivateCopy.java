package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A history copied aside because it lies in a read-only place together with a write-ahead log,
/// which SQLite can only take into account where it may write. Deleted on close.
final class PrivateCopy implements AutoCloseable {
  private static final String NAME = "history.db";

  private final Path folder;
  private final Path original;

  private PrivateCopy(Path folder, Path original) {
    this.folder = folder;
    this.original = original;
  }

  /// Null where the file alone says everything.
  static @Nullable PrivateCopy whereNeeded(HistoryFile file) {
    try {
      if (!FileHeader.hasLog(file.path())) {
        return null;
      }
      var copy = new PrivateCopy(Files.createTempDirectory("plimsoll-history-"), file.path());
      Files.copy(file.path(), copy.folder.resolve(NAME));
      Files.copy(FileHeader.writeAheadLog(file.path()), copy.folder.resolve(NAME + "-wal"));
      copy.settle();
      return copy;
    } catch (IOException e) {
      throw Problem.of(
          "History not opened",
          "The history "
              + file.path()
              + " cannot be copied aside to be read: "
              + e.getMessage()
              + ".",
          "Make room in the folder for temporary files, or copy the history and its -wal file"
              + " yourself and open the copy.",
          e);
    }
  }

  /// Moves what is in the write-ahead log into the copy.
  private void settle() throws IOException {
    for (var copied : List.of(NAME, NAME + "-wal")) {
      if (!folder.resolve(copied).toFile().setWritable(true, true)) {
        throw new IOException("the copy stays read-only");
      }
    }
    try (var sql = file().connect()) {
      sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  HistoryFile file() {
    return new HistoryFile(folder.resolve(NAME), Duration.ZERO);
  }

  String caution() {
    return "Its newest entries lie in "
        + FileHeader.writeAheadLog(original)
        + "; a private copy of both files is shown, as they were when it was opened.";
  }

  @Override
  public void close() {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw Problem.of(
          "Private copy not removed",
          "The folder "
              + folder
              + " holds a copy of a history and cannot be deleted: "
              + e.getMessage()
              + ".",
          "Delete it yourself.",
          e);
    }
  }
}
