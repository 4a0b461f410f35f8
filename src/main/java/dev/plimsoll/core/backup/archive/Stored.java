package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// A file as it lies in an earlier archive of ours.
sealed interface Stored {
  /// A small one that lies among others: its bytes, unpacked.
  final class Whole implements Stored {
    private final byte[] bytes;

    Whole(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /// Frames of its own.
  ///
  /// @param first number of the first
  record OwnFrames(Frames frames, int first, int count) implements Stored {
    /// A frame as it lies; empty where it cannot be read or does not fit its checksum.
    Optional<byte[]> frame(int number) throws InterruptedException {
      try {
        var bytes = frames.raw(number);
        return FrameTable.crc32c(bytes, 0, bytes.length) == frames.table().crc32c(number)
            ? Optional.of(bytes)
            : Optional.empty();
      } catch (IOException e) {
        Reasons.interrupted(e);
        return Optional.empty();
      }
    }
  }

  /// An entry of a zip.
  ///
  /// @param at offset of its bytes in the earlier archive
  /// @param packed number of these
  /// @param crc32 of the file
  /// @param crc32c of the bytes as they lie
  record OwnEntry(FileChannel archive, long at, long packed, int method, int crc32, int crc32c)
      implements Stored {
    /// Fills the buffer, or reads as much of it as there is.
    ///
    /// @return 0 where nothing can be read
    int read(long from, byte[] buffer) throws InterruptedException {
      var count = (int) Math.min(buffer.length, packed - from);
      try {
        Blocks.read(archive, at + from, buffer, count);
        return count;
      } catch (IOException e) {
        Reasons.interrupted(e);
        return 0;
      }
    }
  }
}
