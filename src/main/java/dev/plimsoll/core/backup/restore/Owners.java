package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file that is exchanged keeps its owner and its group, where this person may give it to them.
final class Owners {
  private final Targets targets;
  private final Path fresh;

  Owners(Targets targets, Path fresh) {
    this.targets = targets;
    this.fresh = fresh;
  }

  /// @return a whole sentence where files change their owner
  Optional<String> carry(List<Change> changes) throws IOException {
    var lost = new ArrayList<String>();
    for (var change : changes) {
      var ready = fresh.resolve(change.path());
      if (change.after() == Change.After.FILE
          && change.before() != null
          && change.before().isFile()
          && hasOwners(ready)
          && !carry(targets.of(change.path()), ready)) {
        lost.add(change.path());
      }
    }
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Owner or group could not be kept for "
                + Sentences.some(lost)
                + ": see that the services may read "
                + (lost.size() == 1 ? "it." : "them."));
  }

  private static boolean hasOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  private static boolean carry(Path from, Path to) throws IOException {
    var kept = true;
    var mode = Files.getAttribute(to, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    for (var each : List.of("unix:uid", "unix:gid")) {
      var owner = Files.getAttribute(from, each, LinkOption.NOFOLLOW_LINKS);
      if (!owner.equals(Files.getAttribute(to, each, LinkOption.NOFOLLOW_LINKS))) {
        try {
          Files.setAttribute(to, each, owner, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(to, "unix:mode", (int) mode & 07777);
        } catch (IOException refused) {
          kept = false;
        }
      }
    }
    return kept;
  }
}
