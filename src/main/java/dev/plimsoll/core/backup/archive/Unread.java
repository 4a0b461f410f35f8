package dev.plimsoll.core.backup.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;

/// The system did not let bytes of the archive be read. Whoever understands the bytes tells their
/// damage by an [IOException] too; what is read through here tells the two apart.
final class Unread extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int CAUSES = 8;

  private Unread(IOException cause) {
    super(Reasons.of(cause), cause);
  }

  /// An interrupt stays what it is.
  private static IOException of(IOException cause) {
    return cause instanceof ClosedByInterruptException ? cause : new Unread(cause);
  }

  /// Throws what was not read again, where that is behind a failure.
  static void rethrown(Exception failure) throws Unread {
    Throwable behind = failure;
    for (var deep = 0; behind != null && deep < CAUSES; deep++) {
      if (behind instanceof Unread unread) {
        throw unread;
      }
      behind = behind.getCause();
    }
  }

  static InputStream from(InputStream file) {
    return new FilterInputStream(file) {
      @Override
      public int read() throws IOException {
        try {
          return super.read();
        } catch (IOException refused) {
          throw of(refused);
        }
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        try {
          return super.read(into, from, length);
        } catch (IOException refused) {
          throw of(refused);
        }
      }
    };
  }

  /// For reading only; closing it closes the file.
  static SeekableByteChannel from(SeekableByteChannel file) {
    return new FromChannel(file);
  }

  private record FromChannel(SeekableByteChannel file) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer into) throws IOException {
      try {
        return file.read(into);
      } catch (IOException refused) {
        throw of(refused);
      }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return file.write(bytes);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long at) throws IOException {
      file.position(at);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
