package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads one entry of a zip of ours, every byte of it under both its checksums. Used once, by one
/// thread.
final class ZipEntryReading {
  private static final int BLOCK = 128 << 10;
  private static final int SHORTEST = 512;

  private final FileChannel channel;
  private final ZipLine line;
  private final CRC32 crc32 = new CRC32();
  private final CRC32C crc32c = new CRC32C();
  private long passed;
  private int nth;

  ZipEntryReading(FileChannel channel, ZipLine line) {
    this.channel = channel;
    this.line = line;
  }

  /// Takes what was unpacked.
  private interface Taker {
    void take(byte[] bytes, int length) throws IOException, InterruptedException;
  }

  /// Hands it to the passage; what does not fit is a flaw.
  void pass(Passage passage, Flaws flaws) throws IOException, InterruptedException {
    try {
      read((bytes, length) -> passage.take(nth++, passed, ByteBuffer.wrap(bytes, 0, length)));
      if (line.head().size() == 0) {
        passage.take(nth, 0, ByteBuffer.allocate(0));
      }
    } catch (Damaged e) {
      flaws.file(passage.path(), passage.path() + " is damaged: " + e.sentence());
      passage.lose(nth, line.head().size() - passed);
    }
  }

  /// Reads its bytes as they lie, without unpacking them.
  void check(Flaws flaws) throws IOException, InterruptedException {
    var name = line.head().name();
    try {
      var header = header();
      var block = new byte[(int) Math.min(BLOCK, line.packed())];
      for (var done = 0L; done < line.packed(); ) {
        Bounds.interrupted();
        var count = (int) Math.min(BLOCK, line.packed() - done);
        Blocks.read(channel, line.offset() + header + done, block, count);
        crc32c.update(block, 0, count);
        done += count;
      }
      if ((int) crc32c.getValue() != line.crc32c()) {
        throw new Damaged("its bytes do not fit their checksum.");
      }
    } catch (Damaged e) {
      flaws.file(name, name + " is damaged: " + e.sentence());
    }
  }

  /// @return length of the local header, which is as the central directory says
  private int header() throws IOException {
    var header = line.local();
    if (!Arrays.equals(Blocks.read(channel, line.offset(), header.length), header)) {
      throw new Damaged("its local header is not what the central directory says.");
    }
    return header.length;
  }

  /// All of a small one.
  byte[] bytes() throws IOException, InterruptedException {
    var all = new byte[(int) line.head().size()];
    read((bytes, length) -> System.arraycopy(bytes, 0, all, (int) passed, length));
    return all;
  }

  private void read(Taker taker) throws IOException, InterruptedException {
    var at = line.offset() + header();
    if (line.method() == ZipLine.STORED) {
      copy(at, taker);
    } else {
      inflate(at, taker);
    }
    if (passed != line.head().size()
        || (int) crc32.getValue() != line.crc32()
        || (int) crc32c.getValue() != line.crc32c()) {
      throw new Damaged("its bytes do not fit their checksum.");
    }
  }

  private void copy(long at, Taker taker) throws IOException, InterruptedException {
    var block = new byte[(int) Math.min(BLOCK, line.packed())];
    for (var done = 0L; done < line.packed(); ) {
      Bounds.interrupted();
      var count = (int) Math.min(BLOCK, line.packed() - done);
      Blocks.read(channel, at + done, block, count);
      crc32c.update(block, 0, count);
      hand(block, count, taker);
      done += count;
    }
  }

  private void inflate(long at, Taker taker) throws IOException, InterruptedException {
    var packed = new byte[(int) Math.min(BLOCK, line.packed())];
    var unpacked = new byte[Math.clamp(line.head().size() + 1, SHORTEST, 2 * BLOCK)];
    try (var inflater = new Inflater(true)) {
      var done = 0L;
      while (!inflater.finished()) {
        Bounds.interrupted();
        if (inflater.needsInput() && done < line.packed()) {
          var count = (int) Math.min(BLOCK, line.packed() - done);
          Blocks.read(channel, at + done, packed, count);
          crc32c.update(packed, 0, count);
          inflater.setInput(packed, 0, count);
          done += count;
        }
        var count = inflater.inflate(unpacked);
        hand(unpacked, count, taker);
        if (count == 0 && done == line.packed() && !inflater.finished()) {
          throw new Damaged("its deflated bytes end too early.");
        }
      }
      if (done < line.packed() || inflater.getRemaining() > 0) {
        throw new Damaged("its deflated bytes end too early for its size.");
      }
    } catch (DataFormatException e) {
      throw new Damaged("its bytes cannot be inflated.");
    }
  }

  private void hand(byte[] bytes, int count, Taker taker) throws IOException, InterruptedException {
    if (count > 0) {
      if (passed + count > line.head().size()) {
        throw new Damaged("it unpacks to more than it says.");
      }
      crc32.update(bytes, 0, count);
      taker.take(bytes, count);
      passed += count;
    }
  }
}
