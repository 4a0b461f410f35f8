package dev.plimsoll.core.backup.archive;

import com.github.luben.zstd.util.Native;
import java.io.IOException;

/// The part of zstd that is no Java: it is unpacked into the temporary folder when it is first
/// needed, which can fail as any writing can.
final class ZstdLibrary {
  private ZstdLibrary() {}

  /// @throws IOException where it cannot be had
  static void load() throws IOException {
    try {
      Native.load();
    } catch (LinkageError | RuntimeException e) {
      throw new IOException(
          "the library of zstd cannot be unpacked into the temporary folder or loaded from it", e);
    }
  }
}
