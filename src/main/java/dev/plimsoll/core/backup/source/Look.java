package dev.plimsoll.core.backup.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a file looks from outside, without being read.
///
/// @param mode permission bits; 0644 (0755 for a folder) where the system has none
/// @param changedOn when its inode last changed, which no program can set back; null where the
///   system does not tell
/// @param inode its identity, or empty
public record Look(
    long size, Instant modifiedOn, @Nullable Instant changedOn, String inode, int mode) {
  private static final int FILE_MODE = 0644;
  private static final int FOLDER_MODE = 0755;
  private static final int PERMISSIONS = 07777;

  /// Of the file itself, not of what a link leads to.
  public static Look at(Path file) throws IOException {
    return at(file, LinkOption.NOFOLLOW_LINKS);
  }

  /// Of what the path leads to.
  public static Look through(Path file) throws IOException {
    return at(file, new LinkOption[0]);
  }

  private static Look at(Path file, LinkOption... links) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      var all = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino,dev,mode", links);
      return new Look(
          (Long) value(all.get("size")),
          ((FileTime) value(all.get("lastModifiedTime"))).toInstant(),
          ((FileTime) value(all.get("ctime"))).toInstant(),
          value(all.get("dev")) + ":" + value(all.get("ino")),
          (Integer) value(all.get("mode")) & PERMISSIONS);
    }
    var basic = Files.readAttributes(file, BasicFileAttributes.class, links);
    return new Look(
        basic.size(),
        basic.lastModifiedTime().toInstant(),
        null,
        String.valueOf(basic.fileKey()),
        basic.isDirectory() ? FOLDER_MODE : FILE_MODE);
  }

  private static Object value(@Nullable Object value) throws IOException {
    if (value == null) {
      throw new IOException("the system does not tell its size and times");
    }
    return value;
  }

  /// Null where there is no such file.
  static @Nullable Look orNull(Path file) throws IOException {
    try {
      return through(file);
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  /// What must be equal for the file to be taken as the same, in one text.
  public String stamp() {
    return size + " " + modifiedOn + " " + (changedOn == null ? "-" : changedOn) + " " + inode;
  }

  /// Whether nothing of it was touched since a moment. What was touched in the very moment of an
  /// earlier look could have been touched again without a trace.
  public boolean isOlderThan(Instant moment) {
    return modifiedOn.isBefore(moment) && (changedOn == null || changedOn.isBefore(moment));
  }
}
