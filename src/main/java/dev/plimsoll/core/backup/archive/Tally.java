package dev.plimsoll.core.backup.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Counts files while they are verified, and keeps their digests. Thread-safe.
final class Tally {
  private final UnaryOperator<String> path;
  private final Watcher watcher;
  private final Map<String, String> digests = new ConcurrentHashMap<>();
  private final Set<String> reused = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();

  /// @param path makes a path below the root folder of a name
  Tally(UnaryOperator<String> path, Watcher watcher) {
    this.path = path;
    this.watcher = watcher;
  }

  /// For a file that is read and digested.
  Passage passage(Place place) {
    return new Passage(
        place.name(),
        place.size(),
        (name, passed) -> watcher.passed(path.apply(name), passed),
        (name, size, sha256) -> {
          bytes.addAndGet(size);
          if (sha256 != null) {
            digests.put(path.apply(name), sha256);
          }
        });
  }

  /// For a file that is read as it lies: nobody wants its bytes.
  @Nullable Passage reused(Place place) {
    var name = path.apply(place.name());
    if (reused.add(name)) {
      bytes.addAndGet(place.size());
      watcher.passed(name, place.size());
    }
    return null;
  }

  Map<String, String> digests() {
    return digests;
  }

  ArchiveReading reading(List<Flaw> flaws) {
    return new ArchiveReading(digests.size() + reused.size(), bytes.get(), digests, flaws);
  }
}
