package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// `size`: every file of a pattern is within bounds.
///
/// @param atLeast bytes, or null
/// @param atMost bytes, or null
record Size(String path, @Nullable Long atLeast, @Nullable Long atMost) implements FileRule {
  @Override
  public String words() {
    return path
        + (atLeast == null ? "" : " at least " + Bytes.words(atLeast))
        + (atMost == null ? "" : " at most " + Bytes.words(atMost));
  }

  @Override
  public Clause check(FilePlace place) throws IOException {
    var files = place.files(path);
    if (files.isEmpty()) {
      return Clause.broken(
          "no " + place.resolved(path),
          Finding.error("No file is there under " + place.resolved(path) + "."));
    }
    var findings = new ArrayList<Finding>();
    var total = 0L;
    for (var file : files) {
      var size = Files.size(file);
      total += size;
      if ((atLeast != null && size < atLeast) || (atMost != null && size > atMost)) {
        findings.add(
            place.error(
                file, place.shown(file) + " has " + Bytes.words(size) + " (" + size + " bytes)."));
      }
    }
    var seen = place.resolved(path) + " has " + Bytes.words(total);
    return findings.isEmpty() ? Clause.held(seen) : Clause.broken(seen, findings);
  }
}
