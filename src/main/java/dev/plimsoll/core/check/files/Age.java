package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/// `age`: the newest file of a pattern was changed not longer ago than this.
record Age(String path, Duration atMost) implements FileRule {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  @Override
  public String words() {
    return path + " not older than " + words(atMost);
  }

  @Override
  public Clause check(FilePlace place) throws IOException {
    Path newest = null;
    for (var file : place.files(path)) {
      if (newest == null || changed(file).compareTo(changed(newest)) > 0) {
        newest = file;
      }
    }
    return newest == null
        ? Clause.broken(
            "no " + place.resolved(path),
            Finding.error("No file is there under " + place.resolved(path) + "."))
        : judge(place, newest, changed(newest).toInstant());
  }

  private Clause judge(FilePlace place, Path file, Instant changedOn) {
    var age = Duration.between(changedOn, place.now());
    var name = place.shown(file);
    if (age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
      return Clause.unclear(
          name + " is from the future",
          place.error(file, name + " was changed in the future, on " + changedOn + "."));
    }
    var seen = age.isNegative() ? Duration.ZERO : age;
    var words = name + " is " + words(seen) + " old";
    return seen.compareTo(atMost) <= 0
        ? Clause.held(words)
        : Clause.broken(words, place.error(file, words + ", more than " + words(atMost) + "."));
  }

  private static FileTime changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  private static String words(Duration duration) {
    if (duration.toDays() >= 2) {
      return duration.toDays() + " d";
    }
    if (duration.toHours() >= 2) {
      return duration.toHours() + " h";
    }
    return duration.toMinutes() >= 2 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
