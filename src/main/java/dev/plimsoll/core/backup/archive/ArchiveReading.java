package dev.plimsoll.core.backup.archive;

import java.util.List;
import java.util.Map;

/// What was found when every byte of an archive was read.
///
/// @param files that were read to their end
/// @param bytes of these, unpacked
/// @param digests SHA-256 of each file that could be read, by its path; the manifest is among them
/// @param flaws none means that all of it fits; at most [#FLAWS_MAX] are kept
public record ArchiveReading(
    long files, long bytes, Map<String, String> digests, List<Flaw> flaws) {
  public static final int FLAWS_MAX = 1_000;

  public ArchiveReading {
    digests = Map.copyOf(digests);
    flaws = List.copyOf(flaws);
  }

  /// Whether there was something to read and all of it fits.
  public boolean isSound() {
    return flaws.isEmpty() && files > 0;
  }
}
