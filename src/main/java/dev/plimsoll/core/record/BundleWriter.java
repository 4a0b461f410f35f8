package dev.plimsoll.core.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle: a zip whose bytes follow from its parts alone (their order, one fixed time, no
/// attributes). Written to a file beside it, flushed, moved into place: there is a whole bundle or
/// none.
final class BundleWriter {
  /// Not the first moment a zip can tell: Java would add the machine's time zone to that one.
  private static final LocalDateTime ONE_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int BLOCK = 64 * 1024;

  private BundleWriter() {}

  static void write(Path target, List<BundlePart> parts) throws IOException {
    var folder = Files.createDirectories(target.toAbsolutePath().getParent());
    var fresh = Files.createTempFile(folder, "release-", ".part");
    try {
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
          var out = new BufferedOutputStream(Channels.newOutputStream(channel), BLOCK);
          var zip = new ZipOutputStream(out)) {
        for (var part : parts) {
          add(zip, part);
        }
        zip.finish();
        out.flush();
        channel.force(true);
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    flush(folder);
  }

  private static void add(ZipOutputStream zip, BundlePart part) throws IOException {
    var entry = new ZipEntry(part.name());
    entry.setTimeLocal(ONE_TIME);
    var size = measure(part, Deflater.NO_COMPRESSION);
    if (BundleLimits.isLarge(size.read)
        && BundleLimits.isSuspicious(
            size.read, measure(part, Deflater.DEFAULT_COMPRESSION).written)) {
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(size.read);
      entry.setCrc(size.crc);
    }
    zip.putNextEntry(entry);
    part.source().writeTo(zip);
    zip.closeEntry();
  }

  private record Measure(long read, long written, long crc) {}

  /// A file that deflates like a zip bomb is stored as it is, so that no reader has to tell the two
  /// apart.
  private static Measure measure(BundlePart part, int level) throws IOException {
    var crc = new CRC32();
    try (var deflater = new Deflater(level, true);
        var out =
            new CheckedOutputStream(
                new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater, BLOCK), crc)) {
      part.source().writeTo(out);
      out.flush();
      return new Measure(deflater.getBytesRead(), deflater.getBytesWritten(), crc.getValue());
    }
  }

  /// Not every system lets a folder be flushed; where it does not, the move is as durable as the
  /// system makes it.
  private static void flush(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // as said above
    }
  }
}
