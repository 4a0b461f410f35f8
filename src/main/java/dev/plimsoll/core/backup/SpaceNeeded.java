package dev.plimsoll.core.backup;

import com.github.luben.zstd.Zstd;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether there is room, asked before anything is written. What an archive will take is estimated
/// from the backup before, else from samples of the largest files; copies in the scratch folder
/// take what their sources do.
final class SpaceNeeded {
  private static final int SAMPLES = 24;
  private static final int SAMPLE = 256 * 1024;
  private static final double MARGIN = 1.1;
  private static final long STRUCTURE = 1 << 20;

  private SpaceNeeded() {}

  /// @throws Problem where the archive will not fit beside those that lie there
  static void inTarget(Path folder, List<Planned> planned, @Nullable Base base)
      throws InterruptedException {
    var bytes = planned.stream().filter(Planned::isFile).mapToLong(SpaceNeeded::size).sum();
    try {
      var ratio = base == null ? sampled(planned) : base.ratio();
      var needed = (long) (bytes * Math.min(1, ratio) * MARGIN) + STRUCTURE;
      check(folder, needed, "The backup");
    } catch (IOException cannotTell) {
      throw unknown(folder, cannotTell);
    }
  }

  /// @throws Problem where copies of databases and logs will not fit
  static void inScratch(Path folder, List<Planned> planned) {
    var bytes =
        planned.stream()
            .filter(Planned::isToBeRead)
            .filter(one -> one.kind() != Manifest.Kind.PLAIN)
            .mapToLong(SpaceNeeded::size)
            .sum();
    try {
      check(folder, bytes + STRUCTURE, "Copies of the databases and logs");
    } catch (IOException cannotTell) {
      throw unknown(folder, cannotTell);
    }
  }

  private static void check(Path folder, long needed, String what) throws IOException {
    FileStore store = Files.getFileStore(folder);
    var free = store.getUsableSpace();
    if (free < needed) {
      throw NotTaken.because(
          what
              + " will take about "
              + words(needed)
              + " in "
              + folder
              + ", and "
              + words(free)
              + " are free.",
          "Make room there, or name another folder; nothing was begun.");
    }
  }

  private static Problem unknown(Path folder, IOException cause) {
    return NotTaken.because(
        "Nobody can tell how much room there is in " + folder + ": " + NotTaken.words(cause) + ".",
        "See that the disk is there.");
  }

  private static long size(Planned one) {
    return one.item().look().size();
  }

  /// How small the largest files become, by their beginnings.
  private static double sampled(List<Planned> planned) throws InterruptedException {
    var largest = new ArrayList<>(planned.stream().filter(Planned::isFile).toList());
    largest.sort(Comparator.comparingLong(SpaceNeeded::size).reversed());
    var read = 0.0;
    var packed = 0.0;
    for (var one : largest.subList(0, Math.min(SAMPLES, largest.size()))) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try (var in = Files.newInputStream(one.item().file())) {
        var sample = in.readNBytes(SAMPLE);
        if (sample.length > 0) {
          // weighed by the file it stands for
          read += size(one);
          packed += (double) size(one) * Zstd.compress(sample, 1).length / sample.length;
        }
      } catch (IOException unreadable) {
        throw NotTaken.unreadable(one.path(), unreadable);
      }
    }
    return read == 0 ? 1 : packed / read;
  }

  /// `1.5 GiB`.
  static String words(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    var units = List.of("KiB", "MiB", "GiB", "TiB", "PiB");
    var value = bytes / 1024.0;
    var unit = 0;
    while (value >= 1024 && unit < units.size() - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units.get(unit));
  }
}
