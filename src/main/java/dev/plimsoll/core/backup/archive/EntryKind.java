package dev.plimsoll.core.backup.archive;

/// What an entry is.
public enum EntryKind {
  FILE,
  FOLDER,
  /// A symbolic link; its content is its target.
  LINK
}
