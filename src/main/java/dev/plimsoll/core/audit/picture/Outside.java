package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.model.ChainPicture.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What does not stand in the chain itself, and is drawn on it.
///
/// @param anchors what somebody keeps of it
/// @param broken the first bad entry, as a verification said; null where it said none
public record Outside(List<Anchored> anchors, @Nullable Broken broken) {
  public static final Outside NOTHING = new Outside(List.of(), null);

  public Outside {
    anchors = List.copyOf(anchors);
  }

  public Outside with(@Nullable Broken found) {
    return new Outside(anchors, found);
  }

  /// @param entries how many it covers, at least one
  /// @param source for a person: `tag v1.4.0`
  public record Anchored(long entries, Level level, String source) {}

  /// @param entry counts from 0
  public record Broken(long entry, String sentence) {}
}
