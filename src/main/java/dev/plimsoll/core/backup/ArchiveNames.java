package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.BackupSet.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The names of a set's backups: `backup_{yyyyMMdd_HHmmss}` and a suffix. While one is written it
/// is called `.NAME.SET.part`.
final class ArchiveNames {
  static final String PART = ".part";

  private final Format format;
  private final ZoneId zone;
  private final String before;
  private final String after;
  private final DateTimeFormatter time;

  ArchiveNames(Place place, ZoneId zone) {
    this.format = place.format();
    this.zone = zone;
    var open = place.as().indexOf('{');
    var close = place.as().indexOf('}');
    this.before = place.as().substring(0, open);
    this.after = place.as().substring(close + 1);
    this.time = DateTimeFormatter.ofPattern(place.as().substring(open + 1, close), Locale.ROOT);
  }

  /// The root folder in the archive of a backup that is taken at a moment.
  String root(Instant on) {
    return before + time.format(on.atZone(zone)) + after;
  }

  String file(Instant on) {
    return root(on) + "." + format.suffix();
  }

  /// Sets that share a folder do not take each other's for left behind.
  static String temporary(String file, String set) {
    return "." + file + "." + set + PART;
  }

  /// Whether a file is what a take that did not end has left behind.
  boolean isTemporary(String name, String set) {
    var end = "." + set + PART;
    return name.startsWith(".")
        && name.endsWith(end)
        && name.length() > end.length() + 1
        && timeOf(name.substring(1, name.length() - end.length())).isPresent();
  }

  /// When a backup of that name was taken, by its name; empty where it is no name of this set's.
  Optional<Instant> timeOf(String name) {
    var root = rootOf(name);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    var text = root.get();
    if (text.length() <= before.length() + after.length()
        || !text.startsWith(before)
        || !text.endsWith(after)) {
      return Optional.empty();
    }
    var middle = text.substring(before.length(), text.length() - after.length());
    try {
      return Optional.of(LocalDateTime.parse(middle, time).atZone(zone).toInstant());
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /// The name without an archive's suffix; empty where it has none.
  static Optional<String> rootOf(String name) {
    for (var format : Format.values()) {
      var suffix = "." + format.suffix();
      if (name.endsWith(suffix) && name.length() > suffix.length()) {
        return Optional.of(name.substring(0, name.length() - suffix.length()));
      }
    }
    return Optional.empty();
  }
}
