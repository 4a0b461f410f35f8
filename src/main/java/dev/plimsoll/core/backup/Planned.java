package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.archive.EntryKind;
import dev.plimsoll.core.backup.source.Item;
import org.jspecify.annotations.Nullable;

/// Something to be saved, and whether the backup before has it already.
///
/// @param kind [Kind#PLAIN] for folders and links
/// @param stamp of a file, to be kept in the manifest; null where nothing can tell later
/// @param same the member of the backup before that it is the same as, or null where it has to be
///   read
record Planned(Item item, Kind kind, @Nullable String stamp, @Nullable Member same) {
  String path() {
    return item.path();
  }

  boolean isFile() {
    return item.shape() == EntryKind.FILE;
  }

  boolean isToBeRead() {
    return isFile() && same == null;
  }
}
