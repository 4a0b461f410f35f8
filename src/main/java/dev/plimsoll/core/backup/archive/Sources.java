package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Tells by its bytes what an archive is.
final class Sources {
  private static final int ZSTD = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

  private Sources() {}

  static Source of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Damaged("There is no such file.");
    }
    var channel = FileChannel.open(file);
    try {
      var source = of(file, channel);
      if (source instanceof ForeignTar) {
        channel.close();
      }
      return source;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static Source of(Path file, FileChannel channel) throws IOException {
    var frames = Frames.of(channel);
    if (frames.isPresent()) {
      ZstdLibrary.load();
      return new FramedTar(channel, frames.get());
    }
    var zip = OwnZip.of(channel);
    if (zip.isPresent()) {
      return zip.get();
    }
    var length = (int) Math.min(channel.size(), TarHeaders.BLOCK);
    if (length < 4) {
      throw new Damaged("It is too short to be an archive.");
    }
    var begin = Blocks.read(channel, 0, length);
    var magic = Blocks.little(begin).getInt();
    if (magic == ZSTD || (magic & SKIPPABLE_MASK) == SKIPPABLE) {
      ZstdLibrary.load();
      return new ForeignTar(file, true);
    }
    if (TarArchiveInputStream.matches(begin, length)) {
      return new ForeignTar(file, false);
    }
    if (magic == ZipLine.LOCAL || magic == ZipEnd.END) {
      return new ForeignZip(channel);
    }
    throw new Damaged("It begins as neither a tar.zst nor a tar nor a zip does.");
  }
}
