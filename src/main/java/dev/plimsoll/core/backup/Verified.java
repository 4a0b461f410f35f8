package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Plural;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading every byte of a backup back came to.
public sealed interface Verified {
  String id();

  /// For a person.
  String sentence();

  /// Every byte is there, and is what its structure and its manifest say.
  ///
  /// @param manifest SHA-256 of the manifest; null for an archive of somebody else, which has none:
  ///   then only what its own format protects was checked
  record Sound(String id, @Nullable String manifest, long files, long bytes, long millis)
      implements Verified {
    @Override
    public String sentence() {
      return Plural.of(files, "file")
          + (files == 1 ? " is" : " are")
          + " whole"
          + (manifest == null
              ? "; there is no manifest to hold them against."
              : " and as the manifest says.");
    }
  }

  /// Something is wrong with it.
  ///
  /// @param findings at least one, each naming a file or a part of the archive
  record Damaged(String id, List<Finding> findings) implements Verified {
    public Damaged {
      findings = List.copyOf(findings);
    }

    @Override
    public String sentence() {
      return findings.getFirst().message()
          + (findings.size() == 1 ? "" : " " + (findings.size() - 1) + " more.");
    }
  }

  /// It could not be read: nothing is said about it.
  record CouldNotTell(String id, String sentence) implements Verified {}
}
