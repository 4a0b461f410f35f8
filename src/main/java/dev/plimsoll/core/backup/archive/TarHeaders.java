package dev.plimsoll.core.backup.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Headers of tar as in POSIX 1003.1-2001 (pax): long and non-ASCII names, large sizes and times
/// with fractions of a second stand in an extended header before the usual one. Owners are not
/// kept.
final class TarHeaders {
  /// Tar's unit.
  static final int BLOCK = 512;

  private static final int PERMISSIONS = 07777;

  private TarHeaders() {}

  /// All blocks that stand before the entry's bytes.
  static byte[] of(Head head) throws IOException {
    var entry =
        switch (head.kind()) {
          case FILE -> new TarArchiveEntry(head.name(), TarConstants.LF_NORMAL, true);
          case FOLDER -> new TarArchiveEntry(head.name() + "/", TarConstants.LF_DIR, true);
          case LINK -> new TarArchiveEntry(head.name(), TarConstants.LF_SYMLINK, true);
        };
    if (head.target() != null) {
      entry.setLinkName(head.target());
    }
    entry.setSize(head.size());
    entry.setMode(head.mode() & PERMISSIONS);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setLastModifiedTime(FileTime.from(head.modifiedOn()));
    var bytes = new ByteArrayOutputStream(3 * BLOCK);
    @SuppressWarnings("resource") // closing it would want the entry's bytes
    var tar = new TarArchiveOutputStream(bytes, BLOCK, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    tar.putArchiveEntry(entry);
    return bytes.toByteArray();
  }

  /// Zeros behind an entry's bytes, up to the next block.
  static int padding(long size) {
    return (int) (-size & (BLOCK - 1));
  }
}
