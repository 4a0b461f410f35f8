package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.model.RollbackPoint;
import java.util.Optional;

/// What could be gone back to, in words: the data's newest sound backup where the project has
/// backup sets, and the release before. Pure.
///
/// @param point what is named first; a backup without the ending of its file
/// @param remark what is said of it, and the tag beside it
/// @param large whether the name is short enough for large type
record WayBack(String point, String remark, boolean large) {

  /// @param hasSets whether the project names anything to back up
  /// @param backup the newest sound one
  /// @param tag of the release before
  static WayBack of(boolean hasSets, Optional<RollbackPoint> backup, Optional<String> tag) {
    if (!hasSets) {
      return new WayBack(
          tag.orElse("none"),
          tag.isPresent() ? "the release before" : "this is the first release",
          true);
    }
    var before = tag.map(name -> "the release before: " + name).orElse("this is the first release");
    return backup
        .map(point ->
            new WayBack(
                point.id().replaceFirst("\\.(tar\\.zst|zip)$", ""),
                "backup of "
                    + point.set()
                    + (point.provenOn() == null
                        ? ", verified, never proven restorable; "
                        : ", proven restorable; ")
                    + before,
                false))
        .orElseGet(() -> new WayBack("no sound backup", before, true));
  }
}
