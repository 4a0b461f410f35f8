package dev.plimsoll.core.backup.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file as it lies; still while its size, its times and its identity stay.
final class FileContent implements Content {
  private final Path file;
  private @Nullable Look opened;

  FileContent(Path file) {
    this.file = file;
  }

  private record Look(
      long size, FileTime modified, @Nullable Object changed, @Nullable Object key) {
    static Look at(Path file) throws IOException {
      var basic = Files.readAttributes(file, BasicFileAttributes.class);
      if (!basic.isRegularFile()) {
        throw new FileNotFoundException(file + " is no regular file");
      }
      return new Look(basic.size(), basic.lastModifiedTime(), changed(file), basic.fileKey());
    }

    /// The time of the inode's last change, which no program can set back; null where there is
    /// none.
    private static @Nullable Object changed(Path file) throws IOException {
      return file.getFileSystem().supportedFileAttributeViews().contains("unix")
          ? Files.getAttribute(file, "unix:ctime")
          : null;
    }
  }

  @Override
  public InputStream open() throws IOException {
    opened = Look.at(file);
    return Files.newInputStream(file);
  }

  @Override
  public long size() {
    return look().size;
  }

  @Override
  public Instant modifiedOn() {
    return look().modified.toInstant();
  }

  @Override
  public boolean isStill() throws IOException {
    return look().equals(Look.at(file));
  }

  private Look look() {
    return Objects.requireNonNull(opened, "opened first");
  }
}
