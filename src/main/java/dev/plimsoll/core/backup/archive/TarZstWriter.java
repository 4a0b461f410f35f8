package dev.plimsoll.core.backup.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Writes tar in independent zstd frames. The bytes of a large file lie in frames of their own,
/// which can be copied into the next archive as they are; headers and small files lie together in
/// others, because headers name the root folder.
final class TarZstWriter implements Container {
  /// What a frame holds at most. More fits no processor's cache, and is packed more slowly and
  /// hardly smaller.
  static final int PIECE = 1 << 20;

  /// What a frame needs at most as it lies.
  static final int ROOM = (int) Zstd.compressBound(PIECE);

  /// Two blocks of zeros end a tar.
  private static final int END = 2 * TarHeaders.BLOCK;

  private static final int CHECKSUM = 4;

  private final ArchiveFile file;
  private final int level;
  private final Conveyor<Frame> conveyor;
  private final Queue<ZstdCompressCtx> contexts = new ConcurrentLinkedQueue<>();
  private final Queue<byte[]> free = new ArrayDeque<>();
  private final Queue<byte[]> freeRoom = new ConcurrentLinkedQueue<>();
  private final FrameTable table = new FrameTable();
  private byte[] group = new byte[0];
  private int grouped;
  private int given;
  private int begun;
  private long left;

  TarZstWriter(ArchiveFile file, Settings settings) {
    this.file = file;
    this.level = settings.level();
    this.conveyor = new Conveyor<>(settings.threads(), 2 * settings.threads() + 2);
  }

  /// A frame that was compressed.
  private static final class Frame {
    private final byte[] from;
    private final int size;
    private final byte[] bytes;
    private final int length;
    private final int crc32c;

    /// @param from what was compressed, `size` bytes of it
    Frame(byte[] from, int size, byte[] bytes, int length) {
      this.from = from;
      this.size = size;
      this.bytes = bytes;
      this.length = length;
      this.crc32c = FrameTable.crc32c(bytes, 0, length);
    }
  }

  @Override
  public void whole(Head head, byte[] bytes) throws IOException, InterruptedException {
    var header = TarHeaders.of(head);
    var size = header.length + bytes.length + TarHeaders.padding(bytes.length);
    if (grouped + size > PIECE) {
      closeGroup();
    }
    append(header);
    append(bytes);
    append(new byte[TarHeaders.padding(bytes.length)]);
  }

  private void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  private void append(byte[] bytes, int from, int count) {
    if (group.length == 0) {
      group = room();
    }
    System.arraycopy(bytes, from, group, grouped, count);
    grouped += count;
  }

  private void closeGroup() throws IOException, InterruptedException {
    if (grouped > 0) {
      var full = group;
      var length = grouped;
      group = new byte[0];
      grouped = 0;
      compress(full, length);
    }
  }

  @Override
  public void begin(Head head) throws IOException, InterruptedException {
    closeGroup();
    begun = given;
    append(TarHeaders.of(head));
    closeGroup();
    left = head.size();
  }

  @Override
  public byte[] room() {
    var buffer = free.poll();
    return buffer == null ? new byte[PIECE] : buffer;
  }

  @Override
  public boolean piece(byte[] filled, int length) throws IOException, InterruptedException {
    left -= length;
    var padding = left == 0 ? TarHeaders.padding(length) : 0;
    Arrays.fill(filled, length, length + padding, (byte) 0);
    compress(filled, length + padding);
    return true;
  }

  @Override
  public void end() {
    // the last piece bore the padding
  }

  @Override
  public void takeBack() throws IOException, InterruptedException {
    conveyor.drain();
    file.cutTo(table.cutTo(begun));
    given = begun;
  }

  private void compress(byte[] bytes, int length) throws IOException, InterruptedException {
    given++;
    conveyor.give(() -> compressed(bytes, length), this::write);
  }

  private Frame compressed(byte[] bytes, int length) {
    var kept = contexts.poll();
    var context = kept == null ? new ZstdCompressCtx() : kept;
    var spare = freeRoom.poll();
    var room = spare == null ? new byte[ROOM] : spare;
    try {
      context.setLevel(level).setChecksum(true).setContentSize(true);
      var packed = context.compressByteArray(room, 0, room.length, bytes, 0, length);
      return new Frame(bytes, length, room, packed);
    } finally {
      contexts.add(context);
    }
  }

  private void write(Frame frame) throws IOException {
    file.append(frame.bytes, 0, frame.length);
    table.add(frame.length, frame.size, checksum(frame.bytes, frame.length), frame.crc32c);
    free.add(frame.from);
    freeRoom.add(frame.bytes);
  }

  /// A frame ends in the lower half of XXH64 of what it holds.
  static int checksum(byte[] frame, int length) {
    return ByteBuffer.wrap(frame, length - CHECKSUM, CHECKSUM)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt();
  }

  @Override
  public boolean copy(Head head, Stored stored) throws IOException, InterruptedException {
    if (!(stored instanceof Stored.OwnFrames own)) {
      return false;
    }
    begin(head);
    conveyor.drain();
    for (var i = own.first(); i < own.first() + own.count(); i++) {
      var frame = own.frame(i);
      if (frame.isEmpty()) {
        takeBack();
        return false;
      }
      var bytes = frame.get();
      var earlier = own.frames().table();
      file.append(bytes);
      table.add(bytes.length, earlier.unpacked(i), earlier.checksum(i), earlier.crc32c(i));
      given++;
    }
    return true;
  }

  @Override
  public void finish(Head head, byte[] manifest) throws IOException, InterruptedException {
    closeGroup();
    last(TarHeaders.of(head));
    last(manifest);
    last(new byte[TarHeaders.padding(manifest.length) + END]);
    closeGroup();
    conveyor.drain();
    file.append(table.end());
  }

  /// Fills frame after frame.
  private void last(byte[] bytes) throws IOException, InterruptedException {
    for (var at = 0; at < bytes.length; ) {
      if (grouped == PIECE) {
        closeGroup();
      }
      var count = Math.min(PIECE - grouped, bytes.length - at);
      append(bytes, at, count);
      at += count;
    }
  }

  @Override
  public void close() {
    conveyor.close();
    contexts.forEach(ZstdCompressCtx::close);
    contexts.clear();
  }
}
