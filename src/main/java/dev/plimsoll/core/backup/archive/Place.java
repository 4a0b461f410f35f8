package dev.plimsoll.core.backup.archive;

import org.jspecify.annotations.Nullable;

/// Where an entry's bytes are.
///
/// @param at offset of them: in the tar, or of the local header in the zip
/// @param zip what else is known of an entry of a zip, else null
record Place(Head head, long at, @Nullable ZipLine zip) {
  String name() {
    return head.name();
  }

  long size() {
    return head.size();
  }
}
