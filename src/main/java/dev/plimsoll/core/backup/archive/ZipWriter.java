package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Writes zip with 64-bit sizes where they are needed. Pieces of large files are deflated side by
/// side; what would not become smaller is stored. Sizes stand in the local headers, so that it can
/// be read from its beginning too.
final class ZipWriter implements Container {
  private static final int PIECE = 1 << 20;

  private final ArchiveFile file;
  private final Deflating deflating;
  private final Conveyor<Packed> conveyor;
  private final Queue<byte[]> free = new ArrayDeque<>();
  private final Queue<byte[]> freeRoom = new ConcurrentLinkedQueue<>();
  private final List<ZipLine> lines = new ArrayList<>();
  private @Nullable Large large;

  /// A file that began as if it could not be made smaller, but can: deflate it after all.
  private boolean deflateNext;

  ZipWriter(ArchiveFile file, Settings settings) {
    this.file = file;
    this.deflating = new Deflating(settings.level());
    this.conveyor = new Conveyor<>(settings.threads(), 2 * settings.threads() + 2);
  }

  /// @param from the buffer that is free again
  @SuppressWarnings("ArrayRecordComponent") // buffers, never compared
  private record Packed(byte[] from, byte[] bytes, int length, int method) {
    static final Packed NOTHING = new Packed(new byte[0], new byte[0], 0, ZipLine.STORED);
  }

  /// The large file that is being written.
  private static final class Large {
    private final Head head;
    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();
    private byte[] before = new byte[0];
    private int method;
    private boolean begun;
    private long left;
    private long offset;
    private long packed;

    Large(Head head, int method) {
      this.head = head;
      this.method = method;
      this.left = head.size();
    }

    ZipLine line() {
      return new ZipLine(
          head, method, (int) crc32.getValue(), packed, offset, (int) crc32c.getValue());
    }
  }

  @Override
  public void whole(Head head, byte[] bytes) throws IOException, InterruptedException {
    if (head.target() != null) {
      // a link's bytes are its target
      var target = head.target().getBytes(StandardCharsets.UTF_8);
      put(sized(head, target.length), target);
    } else {
      put(head, bytes);
    }
  }

  private static Head sized(Head head, long size) {
    return new Head(head.name(), head.kind(), size, head.mode(), head.modifiedOn(), head.target());
  }

  private void put(Head head, byte[] bytes) throws IOException, InterruptedException {
    var crc = new CRC32();
    crc.update(bytes);
    conveyor.give(
        () -> head.kind() == EntryKind.FILE ? packed(bytes) : stored(bytes),
        packed -> {
          var sum = FrameTable.crc32c(packed.bytes, 0, packed.length);
          var line =
              new ZipLine(
                  head, packed.method, (int) crc.getValue(), packed.length, file.length(), sum);
          file.append(line.local());
          file.append(packed.bytes, 0, packed.length);
          lines.add(line);
        });
  }

  private Packed packed(byte[] bytes) {
    var room = new byte[Deflating.bound(bytes.length)];
    var length = deflating.deflate(bytes, bytes.length, new byte[0], true, room);
    return length < bytes.length
        ? new Packed(/* from= */ bytes, /* bytes= */ room, length, ZipLine.DEFLATED)
        : stored(bytes);
  }

  private static Packed stored(byte[] bytes) {
    return new Packed(bytes, bytes, bytes.length, ZipLine.STORED);
  }

  @Override
  public void begin(Head head) throws IOException, InterruptedException {
    var now = new Large(head, deflateNext ? ZipLine.DEFLATED : ZipLine.STORED);
    deflateNext = false;
    large = now;
    conveyor.give(
        () -> Packed.NOTHING,
        nothing -> {
          now.offset = file.length();
          file.append(now.line().local());
        });
  }

  @Override
  public byte[] room() {
    var buffer = free.poll();
    return buffer == null ? new byte[PIECE] : buffer;
  }

  @Override
  public boolean piece(byte[] filled, int length) throws IOException, InterruptedException {
    var now = Objects.requireNonNull(large, "begun");
    now.left -= length;
    now.crc32.update(filled, 0, length);
    if (now.method != ZipLine.DEFLATED) {
      if (deflating.isWorthIt(filled, length)) {
        if (now.begun) {
          deflateNext = true;
          return false;
        }
        now.method = ZipLine.DEFLATED;
      }
    }
    now.begun = true;
    var before = now.before;
    var last = now.left == 0;
    if (now.method == ZipLine.DEFLATED) {
      now.before = Deflating.endOf(filled, length);
      conveyor.give(
          () -> {
            var spare = freeRoom.poll();
            var room = spare == null ? new byte[Deflating.bound(PIECE)] : spare;
            var size = deflating.deflate(filled, length, before, last, room);
            return new Packed(filled, room, size, ZipLine.DEFLATED);
          },
          packed -> {
            write(now, packed);
            freeRoom.add(packed.bytes);
          });
    } else {
      conveyor.give(
          () -> new Packed(filled, filled, length, ZipLine.STORED), packed -> write(now, packed));
    }
    return true;
  }

  private void write(Large now, Packed packed) throws IOException {
    file.append(packed.bytes, 0, packed.length);
    now.packed += packed.length;
    now.crc32c.update(packed.bytes, 0, packed.length);
    free.add(packed.from);
  }

  @Override
  public void end() throws IOException, InterruptedException {
    var now = Objects.requireNonNull(large, "begun");
    large = null;
    conveyor.give(() -> Packed.NOTHING, nothing -> close(now.line()));
  }

  private void close(ZipLine line) throws IOException {
    file.patch(line.local(), line.offset());
    lines.add(line);
  }

  @Override
  public void takeBack() throws IOException, InterruptedException {
    conveyor.drain();
    file.cutTo(Objects.requireNonNull(large, "begun").offset);
    large = null;
  }

  @Override
  public boolean copy(Head head, Stored stored) throws IOException, InterruptedException {
    if (!(stored instanceof Stored.OwnEntry own)) {
      return false;
    }
    conveyor.drain();
    var offset = file.length();
    var line = new ZipLine(head, own.method(), own.crc32(), own.packed(), offset, own.crc32c());
    file.append(line.local());
    var crc = new CRC32C();
    var buffer = room();
    var at = 0L;
    for (int count; at < own.packed() && (count = own.read(at, buffer)) > 0; at += count) {
      crc.update(buffer, 0, count);
      file.append(buffer, 0, count);
    }
    free.add(buffer);
    if (at < own.packed() || (int) crc.getValue() != own.crc32c()) {
      file.cutTo(offset);
      return false;
    }
    lines.add(line);
    return true;
  }

  @Override
  public void finish(Head head, byte[] manifest) throws IOException, InterruptedException {
    whole(head, manifest);
    conveyor.drain();
    var at = file.length();
    var crc = new CRC32C();
    for (var line : lines) {
      append(line.central(), crc);
    }
    append(ZipEnd.of(lines.size(), at, file.length() - at), crc);
    file.append(ZipEnd.checksum(crc.getValue()));
  }

  private void append(byte[] bytes, CRC32C crc) throws IOException {
    crc.update(bytes);
    file.append(bytes);
  }

  @Override
  public void close() {
    conveyor.close();
    deflating.close();
  }
}
