package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Unpacks files into a fresh folder, all of them or none.
///
/// @param archive for sentences
/// @param path makes a path below the root folder of a name
record Unpacking(Path archive, Path into, UnaryOperator<String> path) {
  private static final String WHAT = "Backup not unpacked";

  /// All that can be known before a byte is written.
  void judge(Listing listing, List<Place> chosen, Map<String, Expected> expected, boolean ours) {
    var flaws = new Flaws();
    Names.judge(listing.places(), path, flaws);
    if (!ours || expected.isEmpty()) {
      listing.flaws().forEach(flaws::add);
    }
    Bounds.isWithin(listing.places(), expected, ours ? null : archive, flaws);
    if (!expected.isEmpty()) {
      chosen.forEach(place -> judge(place, expected, flaws));
    }
    refuse(flaws, "Nothing was written.");
    if (chosen.isEmpty()) {
      throw refused("Nothing that was asked for is in it.");
    }
  }

  private void judge(Place place, Map<String, Expected> expected, Flaws flaws) {
    var below = path.apply(place.name());
    var file = expected.get(below);
    if (place.head().kind() != EntryKind.FILE) {
      return;
    }
    if (file == null) {
      flaws.file(below, below + " is in the archive but not in the manifest.");
    } else if (file.size() != place.size()) {
      flaws.file(below, below + " has another size than in the manifest.");
    }
  }

  private void refuse(Flaws flaws, String next) {
    flaws.all().stream()
        .findFirst()
        .ifPresent(flaw -> {
          throw refused(flaw.sentence() + " " + next);
        });
  }

  private Problem refused(String sentence) {
    return Problem.of(
        WHAT, archive.getFileName() + ": " + sentence, "Verify it, or choose another backup.");
  }

  Map<String, String> run(
      Source source, List<Place> chosen, Map<String, Expected> expected, Watcher watcher)
      throws InterruptedException {
    var digests = new ConcurrentHashMap<String, String>();
    try (var folder = FreshFolder.at(into)) {
      room(chosen);
      folder
          .twins(chosen)
          .ifPresent(twin -> {
            throw refused(twin + " Nothing was written.");
          });
      var flaws = new Flaws();
      var wanted = folder.lay(chosen, path);
      source.pass(
          place -> {
            var target = wanted.get(place);
            return target == null
                ? null
                : passage(place, target, digests, watcher).into(() -> folder.create(target));
          },
          false,
          flaws);
      refuse(flaws, "What was unpacked was removed.");
      compare(chosen, expected, digests);
      folder.finish();
      return digests;
    } catch (IOException e) {
      Reasons.interrupted(e);
      throw Problem.of(
          WHAT,
          into + " cannot be filled: " + Reasons.of(e) + ". What was unpacked was removed.",
          "Make room or give access there, and try again.",
          e);
    }
  }

  private Passage passage(Place place, Path target, Map<String, String> digests, Watcher watcher) {
    Watcher inside = (name, passed) -> watcher.passed(path.apply(name), passed);
    return new Passage(
        place.name(),
        place.size(),
        inside,
        (name, size, sha256) -> {
          if (sha256 != null) {
            FreshFolder.dress(target, place.head());
            digests.put(path.apply(name), sha256);
          }
        });
  }

  private void room(List<Place> chosen) throws IOException {
    var needed = chosen.stream().mapToLong(Place::size).sum();
    var free = Files.getFileStore(into).getUsableSpace();
    if (needed > free) {
      throw Problem.of(
          WHAT,
          into
              + " has room for "
              + free
              + " bytes, but "
              + needed
              + " are needed. Nothing was written.",
          "Make room, or unpack elsewhere.");
    }
  }

  private void compare(
      List<Place> chosen, Map<String, Expected> expected, Map<String, String> digests) {
    for (var place : chosen) {
      var below = path.apply(place.name());
      var file = expected.get(below);
      var digest = digests.get(below);
      var isFile = place.head().kind() == EntryKind.FILE;
      if (isFile && (digest == null || (file != null && !Objects.equals(file.sha256(), digest)))) {
        throw refused(
            below
                + " is not the file that the manifest names: its SHA-256 differs. What was unpacked"
                + " was removed.");
      }
    }
  }
}
