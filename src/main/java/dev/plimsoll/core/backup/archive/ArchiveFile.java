package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that is being written. It grows at its end, can be cut back, and is gone again unless
/// it was finished.
final class ArchiveFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private long length;
  private boolean finished;

  private ArchiveFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// @throws java.nio.file.FileAlreadyExistsException where there is one
  static ArchiveFile create(Path path) throws IOException {
    return new ArchiveFile(
        path, FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
  }

  Path path() {
    return path;
  }

  long length() {
    return length;
  }

  void append(byte[] bytes, int from, int count) throws IOException {
    put(bytes, from, count, length);
    length += count;
  }

  void append(byte[] bytes) throws IOException {
    append(bytes, 0, bytes.length);
  }

  /// Overwrites what was appended before.
  void patch(byte[] bytes, long at) throws IOException {
    put(bytes, 0, bytes.length, at);
  }

  private void put(byte[] bytes, int from, int count, long at) throws IOException {
    var block = ByteBuffer.wrap(bytes, from, count);
    for (var place = at; block.hasRemaining(); ) {
      place += channel.write(block, place);
    }
  }

  void cutTo(long newLength) throws IOException {
    channel.truncate(newLength);
    length = newLength;
  }

  /// On disk when it returns.
  void finish() throws IOException {
    channel.force(true);
    channel.close();
    finished = true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished) {
      Files.deleteIfExists(path);
    }
  }
}
