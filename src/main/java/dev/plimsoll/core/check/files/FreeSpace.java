package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import java.io.IOException;
import java.nio.file.Files;

/// `freeSpace`: the disk that holds a folder has room.
///
/// @param atLeast bytes
record FreeSpace(String path, long atLeast) implements FileRule {
  @Override
  public String words() {
    return "at least " + Bytes.words(atLeast) + " free for " + path;
  }

  @Override
  public Clause check(FilePlace place) throws IOException {
    var name = place.resolved(path);
    var folders = place.matching(path);
    if (folders.isEmpty()) {
      return Clause.broken("no " + name, Finding.error("Nothing is there under " + name + "."));
    }
    var free = Files.getFileStore(folders.getFirst()).getUsableSpace();
    var words = Bytes.words(free) + " free for " + name;
    return free >= atLeast
        ? Clause.held(words)
        : Clause.broken(
            words,
            Finding.error("There are " + words + ", less than " + Bytes.words(atLeast) + "."));
  }
}
