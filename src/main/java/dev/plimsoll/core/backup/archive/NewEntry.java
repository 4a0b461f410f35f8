package dev.plimsoll.core.backup.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Something to be put into an archive.
///
/// @param path below the root folder, `/` between parts, as in `data/audit.jsonl`
/// @param mode permissions as in POSIX, `0644`
/// @param content a link's is its target in UTF-8, a folder's is empty and bears its time
public record NewEntry(String path, EntryKind kind, int mode, Content content) {
  public static NewEntry file(String path, int mode, Content content) {
    return new NewEntry(path, EntryKind.FILE, mode, content);
  }

  public static NewEntry folder(String path, int mode, Instant modifiedOn) {
    return new NewEntry(path, EntryKind.FOLDER, mode, Content.of(new byte[0], modifiedOn));
  }

  /// @param target as it stands in the link: relative, and not out of the tree
  public static NewEntry link(String path, String target, Instant modifiedOn) {
    return new NewEntry(
        path,
        EntryKind.LINK,
        0777,
        Content.of(target.getBytes(StandardCharsets.UTF_8), modifiedOn));
  }
}
