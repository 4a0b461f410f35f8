package dev.plimsoll.attack;

import dev.plimsoll.core.audit.Checkpoint;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A thing to verify, as it lies on disk after the attack, and what the verifier brings along.
///
/// @param file a bundle (zip or folder), an exported log, or another system's log
/// @param trust the verifier's trust file, for a bundle
/// @param kept what the verifier kept of the log, or null
/// @param extra what only some attacks need
record Scene(Kind kind, Path file, @Nullable Path trust, @Nullable Checkpoint kept, Extra extra) {
  enum Kind {
    BUNDLE,
    LOG,
    FOREIGN
  }

  /// @param at when keys have to count, or null for now
  /// @param artifacts the folder of what was downloaded
  /// @param tag a tag object in a file
  /// @param recipe of another system's log
  /// @param anchor `N:HEX`
  record Extra(
      @Nullable Instant at,
      @Nullable Path artifacts,
      @Nullable Path tag,
      @Nullable String recipe,
      @Nullable String anchor) {
    static final Extra NONE = new Extra(null, null, null, null, null);
  }

  static Scene log(Path file, @Nullable Checkpoint kept) {
    return new Scene(Kind.LOG, file, null, kept, Extra.NONE);
  }

  static Scene bundle(Path file, Path trust, @Nullable Checkpoint kept) {
    return new Scene(Kind.BUNDLE, file, trust, kept, Extra.NONE);
  }

  static Scene foreign(Path file, String recipe, @Nullable String anchor) {
    return new Scene(Kind.FOREIGN, file, null, null, new Extra(null, null, null, recipe, anchor));
  }

  Scene with(Extra other) {
    return new Scene(kind, file, trust, kept, other);
  }
}
