package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.backup.archive.ArchivedEntry;
import dev.plimsoll.core.backup.archive.EntryKind;
import dev.plimsoll.core.backup.archive.Expected;
import dev.plimsoll.core.backup.archive.Watcher;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.trust.Digests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds an archive against what its manifest says.
final class Verifying {
  private static final int MOST_FINDINGS = 1_000;

  private Verifying() {}

  static Map<String, Expected> expected(Manifest manifest) {
    var expected = new HashMap<String, Expected>();
    manifest
        .files()
        .forEach(
            member -> expected.put(member.path(), new Expected(member.size(), member.sha256())));
    return expected;
  }

  /// The first thing that is wrong, or null.
  ///
  /// @param sha256 of the manifest as it should be there
  /// @param reused files that were taken over as they lay: read back, and not unpacked once more
  static @Nullable String flaw(
      ArchiveReader reader, Manifest manifest, String sha256, Set<String> reused, Watcher watcher)
      throws InterruptedException {
    var said = reader.manifest().map(Digests::sha256Hex);
    if (!said.equals(Optional.of(sha256))) {
      return "its manifest is another one.";
    }
    var reading = reader.verify(expected(manifest), reused, watcher);
    if (!reading.flaws().isEmpty()) {
      return reading.flaws().getFirst().sentence();
    }
    var rest = others(reader.entries(), manifest);
    return rest.isEmpty() ? null : rest.getFirst().message();
  }

  /// Folders and links that the archive and the manifest do not have alike; modes and times of
  /// files.
  static List<Finding> others(List<ArchivedEntry> entries, Manifest manifest) {
    var findings = new ArrayList<Finding>();
    var inArchive = new HashMap<String, ArchivedEntry>();
    entries.forEach(entry -> inArchive.put(entry.path(), entry));
    for (var member : manifest.members()) {
      var entry = inArchive.remove(member.path());
      if (findings.size() < MOST_FINDINGS) {
        if (entry == null) {
          if (!member.isFile()) {
            findings.add(lacks(member));
          }
        } else if (!fits(entry, member)) {
          findings.add(
              Finding.error(
                  member.path()
                      + " has another kind, mode or target in the archive than its manifest"
                      + " says."));
        }
      }
    }
    for (var entry : inArchive.values()) {
      if (entry.kind() != EntryKind.FILE && findings.size() < MOST_FINDINGS) {
        findings.add(Finding.error(entry.path() + " is in the archive, and not in its manifest."));
      }
    }
    return findings;
  }

  private static Finding lacks(Member member) {
    return Finding.error(
        member.path() + " is missing: its manifest names it, and the archive does not have it.");
  }

  private static boolean fits(ArchivedEntry entry, Member member) {
    return Planning.shape(entry.kind()) == member.shape()
        && (entry.kind() == EntryKind.LINK || entry.mode() == member.mode())
        && (entry.kind() != EntryKind.LINK
            || Objects.equals(entry.target(), member.facts().target()));
  }
}
