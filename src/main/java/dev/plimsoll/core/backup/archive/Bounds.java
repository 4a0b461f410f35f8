package dev.plimsoll.core.backup.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private static final long ALWAYS = 256L << 20;

  private Bounds() {}

  /// @param packed bytes of the archive
  static long unpacked(long packed) {
    return Math.max(ALWAYS, packed * RATIO);
  }

  /// One more than there are processors: one may wait for its turn.
  static int threads() {
    return Math.min(Runtime.getRuntime().availableProcessors() + 1, THREADS);
  }

  /// Whether an archive says that it unpacks to no more than its manifest says, or where nothing
  /// vouches for it, than its own size allows.
  ///
  /// @param foreign the archive where others made it, or null
  static boolean isWithin(
      List<Place> places, Map<String, Expected> expected, @Nullable Path foreign, Flaws flaws) {
    var total = 0L;
    for (var place : places) {
      total = place.size() > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + place.size();
    }
    if (foreign != null && total > unpacked(foreign.toFile().length())) {
      flaws.structure(
          "It says that it unpacks to "
              + total
              + " bytes, more than "
              + RATIO
              + " times its size.");
      return false;
    }
    var named = expected.values().stream().mapToLong(Expected::size).sum();
    if (!expected.isEmpty() && total > named + MANIFEST) {
      flaws.structure(
          "It says that it unpacks to "
              + total
              + " bytes, and its manifest that it has "
              + named
              + ".");
      return false;
    }
    return true;
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
