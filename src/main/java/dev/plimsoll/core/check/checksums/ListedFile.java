package dev.plimsoll.core.check.checksums;

import org.jspecify.annotations.Nullable;

/// What became of one entry.
///
/// @param entry as it is listed
/// @param path relative to the repository, or what the list says where that leads out
/// @param seen what was found
record ListedFile(DigestEntry entry, String path, Seen seen) {
  sealed interface Seen {
    /// @param sha256 of the file, lower-case hex
    record Same(String sha256) implements Seen {}

    /// @param pointer whether the file is a pointer of Git LFS, whose content was not fetched
    record Different(String sha256, Difference difference, boolean pointer) implements Seen {}

    record Missing() implements Seen {}

    record LeadsOut() implements Seen {}

    /// The list names itself.
    record Itself() implements Seen {}

    record Unreadable() implements Seen {}
  }

  /// The digest of the file, or null where there is none.
  @Nullable String sha256() {
    return switch (seen) {
      case Seen.Same(var digest) -> digest;
      case Seen.Different(var digest, _, _) -> digest;
      case Seen.Missing _, Seen.LeadsOut _, Seen.Itself _, Seen.Unreadable _ -> null;
    };
  }
}
