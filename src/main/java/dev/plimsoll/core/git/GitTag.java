package dev.plimsoll.core.git;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tag as the repository holds it.
///
/// @param name without `refs/tags/`
/// @param object digest of the tag object; of the commit itself where the tag is lightweight
/// @param commit what it points at in the end: nearly always a commit
/// @param annotation what an annotated tag says, or null for a lightweight one
public record GitTag(String name, String object, String commit, @Nullable Annotation annotation) {

  /// @param message without the signature, line ends as stored
  /// @param tagger `name <address>`, empty where the tag names nobody
  /// @param taggedOn null where the tag names nobody
  /// @param signed whether a PGP, SSH or X.509 signature stands in it; it was not verified
  public record Annotation(
      String message, String tagger, @Nullable Instant taggedOn, boolean signed) {}

  public boolean isAnnotated() {
    return annotation != null;
  }

  public boolean isSigned() {
    return annotation != null && annotation.signed();
  }
}
