package dev.plimsoll.core.backup.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;

/// The bytes of one new entry, which may be changing while they are read. It is opened, asked for
/// its size and time, read to its end, and asked whether it was still; where it was not, all of it
/// is read again, at most three times in all. Used by one thread.
public interface Content {
  /// From the first byte, as the file is now.
  ///
  /// @throws IOException where it is gone or cannot be read; nothing is made of that but a failure
  InputStream open() throws IOException;

  /// How many bytes the stream that was opened last gives. More or fewer are as good as a change.
  long size() throws IOException;

  /// When the file was last changed, as of the last opening.
  Instant modifiedOn() throws IOException;

  /// After reading: whether it still is what was opened (size, times, the file itself).
  boolean isStill() throws IOException;

  /// A file as it lies.
  static Content of(Path file) {
    return new FileContent(file);
  }

  /// Bytes that do not change.
  static Content of(byte[] bytes, Instant modifiedOn) {
    return new Content() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public Instant modifiedOn() {
        return modifiedOn;
      }

      @Override
      public boolean isStill() {
        return true;
      }
    };
  }
}
