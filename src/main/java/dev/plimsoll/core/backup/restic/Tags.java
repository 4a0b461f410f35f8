package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a snapshot bears, so that all that a list shows is known without opening it: `name=value`,
/// values percent-encoded, a log as `log=ENTRIES:HEAD:RECIPE:PATH`.
final class Tags {
  /// A snapshot that was read back.
  static final String GOOD = "plimsoll";

  /// One that was not read back yet; no backup until then.
  static final String NEW = "plimsoll-new";

  private static final int LOG_PARTS = 4;

  private Tags() {}

  /// @param first [#GOOD] or [#NEW]
  static List<String> of(Manifest manifest, String first) {
    var tags = new ArrayList<String>();
    tags.add(first);
    tags.add(tag("product", manifest.product()));
    tags.add(tag("set", manifest.set()));
    tags.add(tag("manifest", manifest.digest()));
    tags.add(tag("taken", manifest.takenOn().toString()));
    tags.add(tag("files", Long.toString(manifest.files().count())));
    tags.add(tag("bytes", Long.toString(manifest.bytes())));
    Optional.ofNullable(manifest.of().version())
        .ifPresent(version -> tags.add(tag("version", version)));
    Optional.ofNullable(manifest.of().commit())
        .ifPresent(commit -> tags.add(tag("commit", commit)));
    for (var log : manifest.logs()) {
      tags.add(
          "log="
              + log.entries()
              + ":"
              + text(log.head())
              + ":"
              + text(log.recipe())
              + ":"
              + encoded(log.path()));
    }
    return tags;
  }

  /// What saving it added to the repository, which is known only when it is in it.
  static String stored(long bytes) {
    return tag("stored", Long.toString(bytes));
  }

  private static String tag(String name, String value) {
    return name + "=" + encoded(value);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : encoded(value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  /// The point of a snapshot of that product and set; empty where it is none, or of another.
  ///
  /// @param id of the snapshot
  static Optional<RestorePoint> point(String id, List<String> tags, String product, String set) {
    try {
      var values = values(tags);
      var isOurs =
          tags.contains(GOOD)
              && product.equals(values.get("product"))
              && set.equals(values.get("set"));
      if (!isOurs || !values.containsKey("manifest")) {
        return Optional.empty();
      }
      return Optional.of(
          new RestorePoint(
              set,
              id,
              Instant.parse(values.getOrDefault("taken", "")),
              new RestorePoint.Content(
                  Long.parseLong(values.getOrDefault("files", "0")),
                  Long.parseLong(values.getOrDefault("bytes", "0")),
                  Long.parseLong(values.getOrDefault("stored", "0")),
                  logs(tags)),
              new RestorePoint.Of(values.get("version"), values.get("commit")),
              values.getOrDefault("manifest", ""),
              RestorePoint.Proof.NONE));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Map<String, String> values(List<String> tags) {
    var values = new LinkedHashMap<String, String>();
    for (var tag : tags) {
      var equals = tag.indexOf('=');
      if (equals > 0) {
        values.put(tag.substring(0, equals), decoded(tag.substring(equals + 1)));
      }
    }
    return values;
  }

  private static List<LogHead> logs(List<String> tags) {
    var logs = new ArrayList<LogHead>();
    for (var tag : tags) {
      var parts = tag.startsWith("log=") ? tag.substring("log=".length()).split(":", -1) : null;
      if (parts != null && parts.length == LOG_PARTS) {
        logs.add(
            new LogHead(
                decoded(parts[3]), Long.parseLong(parts[0]), orNull(parts[2]), orNull(parts[1])));
      }
    }
    return logs;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : decoded(text);
  }
}
