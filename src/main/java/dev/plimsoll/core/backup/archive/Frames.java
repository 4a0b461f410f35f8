package dev.plimsoll.core.backup.archive;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The frames of an archive of ours, found by the two tables at its end. Thread-safe.
final class Frames implements AutoCloseable {
  /// What may stand in memory for one frame.
  private static final int FRAME_MAX = 16 << 20;

  private static final int MAGIC = 0xFD2FB528;

  private final FileChannel channel;
  private final FrameTable table;
  private final long[] places;
  private final long[] starts;
  private final Queue<ZstdDecompressCtx> contexts = new ConcurrentLinkedQueue<>();
  private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();

  private Frames(FileChannel channel, FrameTable table) {
    this.channel = channel;
    this.table = table;
    this.places = new long[table.count() + 1];
    this.starts = new long[table.count() + 1];
    for (var i = 0; i < table.count(); i++) {
      places[i + 1] = places[i] + table.packed(i);
      starts[i + 1] = starts[i] + table.unpacked(i);
    }
  }

  /// Empty where the archive does not end in a seek table: it is not ours, or has lost its end.
  ///
  /// @throws Damaged where it does, and the tables do not fit the file or each other
  static Optional<Frames> of(FileChannel channel) throws IOException {
    var size = channel.size();
    if (size < FrameTable.FOOTER) {
      return Optional.empty();
    }
    var footer = Blocks.little(Blocks.read(channel, size - FrameTable.FOOTER, FrameTable.FOOTER));
    var count = footer.getInt();
    var descriptor = footer.get();
    if (footer.getInt() != FrameTable.SEEKABLE_MAGIC) {
      return Optional.empty();
    }
    if (count < 2 || count > FrameTable.FRAMES_MAX || descriptor != FrameTable.DESCRIPTOR) {
      throw table("its last bytes are not what they must be");
    }
    var seek = FrameTable.SKIPPABLE + (long) FrameTable.SEEK_ENTRY * count + FrameTable.FOOTER;
    var checks = FrameTable.SKIPPABLE + FrameTable.CHECKS_FIXED + 4L * (count - 1);
    if (seek + checks > size || seek + checks > Integer.MAX_VALUE - 8) {
      throw table("it names " + count + " frames, more than there is room for");
    }
    var end = Blocks.read(channel, size - seek - checks, (int) (seek + checks));
    return Optional.of(new Frames(channel, read(end, (int) checks, size)));
  }

  private static FrameTable read(byte[] end, int checks, long size) throws Damaged {
    var count = (checks - FrameTable.SKIPPABLE - FrameTable.CHECKS_FIXED) / 4;
    var bytes = Blocks.little(end);
    var seek = Blocks.little(end).position(checks);
    var sum = bytes.getInt(checks - 8);
    if (FrameTable.crc32c(end, checks, end.length - checks) != sum
        || seek.getInt() != FrameTable.SEEK_MAGIC
        || seek.getInt() != end.length - checks - FrameTable.SKIPPABLE) {
      throw table("it does not fit its checksum");
    }
    if (FrameTable.crc32c(end, 0, checks - 4) != bytes.getInt(checks - 4)
        || bytes.getInt() != FrameTable.CHECKS_MAGIC
        || bytes.getInt() != checks - FrameTable.SKIPPABLE
        || bytes.getLong() != FrameTable.SIGNATURE) {
      throw new Damaged("The table of checksums before the seek table is damaged.");
    }
    var table = new FrameTable();
    var place = 0L;
    for (var i = 0; i < count; i++) {
      var packed = seek.getInt();
      var unpacked = seek.getInt();
      if (packed <= 0 || packed > FRAME_MAX || unpacked < 0 || unpacked > FRAME_MAX) {
        throw table("frame " + (i + 1) + " has a size that no frame of ours has");
      }
      table.add(packed, unpacked, seek.getInt(), bytes.getInt());
      place += packed;
    }
    if (place + end.length != size) {
      throw table("its frames and the size of the file do not fit each other");
    }
    return table;
  }

  private static Damaged table(String reason) {
    return new Damaged("The seek table at the archive's end is damaged: " + reason + ".");
  }

  FrameTable table() {
    return table;
  }

  /// Where in all that is held a frame's part begins; for the number of frames, where all ends.
  long start(int frame) {
    return starts[frame];
  }

  /// The frame that holds that byte.
  int at(long offset) {
    var found = Arrays.binarySearch(starts, offset);
    var frame = found >= 0 ? found : -found - 2;
    while (frame < table.count() - 1 && table.unpacked(frame) == 0) {
      frame++;
    }
    return frame;
  }

  /// How a frame is named: `Frame 3 of 12 (bytes 100 to 200)`, counted from one.
  String name(int frame) {
    return "Frame "
        + (frame + 1)
        + " of "
        + table.count()
        + " (bytes "
        + places[frame]
        + " to "
        + places[frame + 1]
        + ")";
  }

  /// A frame as it lies, not checked.
  byte[] raw(int frame) throws IOException {
    return Blocks.read(channel, places[frame], table.packed(frame));
  }

  /// Holds a frame as it lies against its checksum.
  void check(int frame) throws IOException {
    var raw = room(table.packed(frame));
    try {
      check(frame, raw);
    } finally {
      free.add(raw);
    }
  }

  private void check(int frame, byte[] raw) throws IOException {
    var length = table.packed(frame);
    Blocks.read(channel, places[frame], raw, length);
    if (FrameTable.crc32c(raw, 0, length) != table.crc32c(frame)) {
      throw damaged(frame);
    }
  }

  /// Room that was used before, where it is large enough: without it a restore would make garbage
  /// of as many bytes as it reads.
  private byte[] room(int length) {
    var spare = free.poll();
    return spare != null && spare.length >= length
        ? spare
        : new byte[Math.max(length, TarZstWriter.ROOM)];
  }

  /// Something that is done with what a frame holds.
  interface Use {
    /// @param bytes to be used during the call only; they may go on behind what the frame holds
    void of(byte[] bytes) throws IOException, InterruptedException;
  }

  /// As [#unpacked], in room that is used again.
  void use(int frame, Use use) throws IOException, InterruptedException {
    var bytes = room(table.unpacked(frame));
    try {
      unpack(frame, bytes);
      use.of(bytes);
    } finally {
      free.add(bytes);
    }
  }

  /// What a frame holds. Every bit of it was checked: by the checksum of the frame as it lies, and
  /// by the one of what it holds.
  ///
  /// @throws Damaged where one does not fit
  byte[] unpacked(int frame) throws IOException {
    var bytes = new byte[table.unpacked(frame)];
    unpack(frame, bytes);
    return bytes;
  }

  private void unpack(int frame, byte[] into) throws IOException {
    var packed = table.packed(frame);
    var raw = room(packed);
    var kept = contexts.poll();
    var context = kept == null ? new ZstdDecompressCtx() : kept;
    try {
      check(frame, raw);
      if (Blocks.little(raw).getInt() != MAGIC
          || TarZstWriter.checksum(raw, packed) != table.checksum(frame)) {
        throw damaged(frame);
      }
      var length = table.unpacked(frame);
      if (context.decompressByteArray(into, 0, length, raw, 0, packed) != length) {
        throw damaged(frame);
      }
    } catch (ZstdException e) {
      throw damaged(frame);
    } finally {
      contexts.add(context);
      free.add(raw);
    }
  }

  private Damaged damaged(int frame) {
    return new Damaged(name(frame) + " is damaged: it does not fit its checksum.");
  }

  @Override
  public void close() {
    contexts.forEach(ZstdDecompressCtx::close);
    contexts.clear();
  }
}
