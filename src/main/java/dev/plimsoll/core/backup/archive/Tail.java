package dev.plimsoll.core.backup.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Remembers the last bytes that were read, to tell a tar that ends from one that was cut off
/// between two entries.
final class Tail extends FilterInputStream {
  private final long most;
  private long count;
  private long zeros;

  /// @param most bytes that may come
  Tail(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    if (read >= 0) {
      note(new byte[] {(byte) read}, 0, 1);
    }
    return read;
  }

  @Override
  public int read(byte[] block, int from, int length) throws IOException {
    var read = super.read(block, from, length);
    if (read > 0) {
      note(block, from, read);
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    var block = new byte[(int) Math.min(Math.max(n, 0), 64 << 10)];
    return Math.max(0, read(block, 0, block.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void note(byte[] block, int from, int length) throws Damaged {
    count += length;
    if (count > most) {
      throw new Damaged("It unpacks to more than " + Bounds.RATIO + " times its size.");
    }
    var last = from + length - 1;
    while (last >= from && block[last] == 0) {
      last--;
    }
    var trailing = from + length - 1 - last;
    zeros = trailing == length ? zeros + length : trailing;
  }

  /// Called when no entry follows: reads what is left.
  void end(long entries, Flaws flaws) throws IOException, InterruptedException {
    var block = new byte[64 << 10];
    try {
      for (int read; (read = read(block, 0, block.length)) > 0; ) {
        if (!isZero(block, read)) {
          flaws.structure("Bytes lie behind the end of the tar.");
          return;
        }
      }
    } catch (IOException e) {
      Reasons.notOfTheBytes(e);
      flaws.structure("The archive is damaged behind its last entry: " + Reasons.of(e) + ".");
      return;
    }
    if (zeros < TarHeaders.BLOCK || count % TarHeaders.BLOCK != 0) {
      flaws.structure(
          "The tar is cut off: it ends after entry " + entries + " without its blocks of zeros.");
    }
  }

  private static boolean isZero(byte[] block, int length) {
    return Arrays.mismatch(block, 0, length, new byte[length], 0, length) < 0;
  }
}
