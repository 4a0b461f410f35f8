package dev.plimsoll.core.backup.archive;

/// What an archive may be at most, and what reading it may take.
final class Bounds {
  /// Entries of one archive; more are not listed.
  static final int ENTRIES = 1_000_000;

  /// Bytes of a manifest.
  static final int MANIFEST = 64 << 20;

  /// Bytes of a zip's central directory.
  static final int DIRECTORY = 96 << 20;

  private static final int THREADS = 9;

  /// An archive that others made and that says nothing of its sizes unpacks to no more than so many
  /// times its size.
  static final int RATIO = 200;

  private static final long ALWAYS = 1L << 30;

  private Bounds() {}

  /// @param packed bytes of the archive
  static long unpacked(long packed) {
    return Math.max(ALWAYS, packed * RATIO);
  }

  /// One more than there are processors: one may wait for its turn.
  static int threads() {
    return Math.min(Runtime.getRuntime().availableProcessors() + 1, THREADS);
  }

  static void entries(long count) throws Damaged {
    if (count > ENTRIES) {
      throw new Damaged("It has more than " + ENTRIES + " entries.");
    }
  }

  static void interrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped while an archive was read");
    }
  }
}
