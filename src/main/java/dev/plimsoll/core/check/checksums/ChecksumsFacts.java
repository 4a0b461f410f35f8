package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.model.Finding;
import java.util.List;

/// What was read.
///
/// @param lists how many lists there are
/// @param unread lists or lines that could not be read
/// @param files every entry, in order
/// @param notListed files that should be in a list and are in none
/// @param candidates how many files were looked for in the lists
record ChecksumsFacts(
    int lists,
    List<Finding> unread,
    List<ListedFile> files,
    List<String> notListed,
    int candidates) {
  ChecksumsFacts {
    unread = List.copyOf(unread);
    files = List.copyOf(files);
    notListed = List.copyOf(notListed);
  }
}
