package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;

/// How an archive is written.
///
/// @param threads that compress, 1 to 8
/// @param level of zstd (1 to 19) or of deflate (1 to 9)
public record Settings(int threads, int level) {
  private static final int THREADS_MAX = 8;

  public Settings {
    threads = Math.clamp(threads, 1, THREADS_MAX);
  }

  /// As many threads as there are processors; zstd's level 1, which packs logs as small as the
  /// third in half the time, and deflate's 6.
  public static Settings usual(Format format) {
    return new Settings(
        Runtime.getRuntime().availableProcessors(),
        switch (format) {
          case TAR_ZST -> 1;
          case ZIP -> 6;
        });
  }
}
