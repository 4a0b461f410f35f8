package dev.plimsoll.core.backup.restore;

import org.jspecify.annotations.Nullable;

/// What an act does at one path.
///
/// @param path relative to the project, `/` between parts
/// @param before what stood there when it was kept, or null where nothing did
/// @param after what stands there when the act is done
/// @param mode of a folder that is made, or -1 where that does not matter
record Change(String path, @Nullable Wanted before, After after, int mode) {
  Change(String path, @Nullable Wanted before, After after) {
    this(path, before, after, -1);
  }

  enum After {
    FILE,
    LINK,
    /// Made where there is none; one that is there is left as it is.
    FOLDER,
    /// Nothing: what stood there is kept aside.
    GONE
  }

  boolean isPut() {
    return after == After.FILE || after == After.LINK;
  }

  boolean replacesLink() {
    return after == After.FILE && before != null && before.form() == Wanted.Form.LINK;
  }

  /// Whether something is kept that has to come back when the act is undone.
  boolean isKept() {
    return before != null && before.form() != Wanted.Form.FOLDER;
  }
}
