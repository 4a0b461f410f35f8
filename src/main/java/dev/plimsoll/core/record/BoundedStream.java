package dev.plimsoll.core.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends in an exception where more bytes come than were announced.
final class BoundedStream extends FilterInputStream {
  private long left;

  BoundedStream(InputStream in, long announced) {
    super(in);
    this.left = announced;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] block, int from, int length) throws IOException {
    var read = super.read(block, from, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    var skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long n) throws IOException {
    left -= n;
    if (left < 0) {
      throw new IOException("it unpacks to more than it says");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
