package dev.plimsoll.core.backup.archive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Flaws as they are found, each once, up to a number. Thread-safe.
final class Flaws {
  private final Set<Flaw> found = new LinkedHashSet<>();

  synchronized void add(Flaw flaw) {
    if (found.size() < ArchiveReading.FLAWS_MAX) {
      found.add(flaw);
    }
  }

  void structure(String sentence) {
    add(new Flaw(null, sentence));
  }

  void file(String path, String sentence) {
    add(new Flaw(path, sentence));
  }

  synchronized boolean isEmpty() {
    return found.isEmpty();
  }

  synchronized List<Flaw> all() {
    return List.copyOf(found);
  }
}
