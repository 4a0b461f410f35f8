package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.NotCanonical;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One entry of the log and its one spelling (docs/formats/audit-chain.md, "An entry").
/// [#decode(byte[])] takes exactly what [#encode()] gives.
///
/// @param previous hash of the entry before, 64 zeros for entry 0
/// @param time in milliseconds
/// @param data not copied: hand in what nobody changes
/// @param event the word; one that a newer version wrote is kept as it is
public record EntryLine(
    String previous, long seq, Instant time, Actor actor, Map<String, Object> data, String event) {
  private static final Set<String> MEMBERS =
      Set.of("_prev", "_seq", "_time", "_v", "actor", "data", "event");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern WORD = Pattern.compile("[a-z]+\\.[a-z]+");
  private static final Long VERSION = 1L;

  /// The stored bytes, without a line end.
  ///
  /// @throws IllegalArgumentException where the payload has no canonical spelling
  public byte[] encode() {
    return CanonicalJson.encode(
        Map.of(
            "_prev", previous,
            "_seq", seq,
            "_time", Times.text(time),
            "_v", VERSION,
            "actor", spelled(actor),
            "data", data,
            "event", event));
  }

  private static Map<String, Object> spelled(Actor actor) {
    var key = actor.key();
    return key == null ? Map.of("id", actor.id()) : Map.of("id", actor.id(), "key", key);
  }

  /// @param line the stored bytes, without a line end
  /// @throws NotAnEntry for anything that [#encode()] would not give
  public static EntryLine decode(byte[] line) {
    var members = members(line);
    if (!VERSION.equals(members.get("_v")) && members.get("_v") instanceof Long version) {
      throw NotAnEntry.ofVersion(version);
    }
    if (!members.keySet().equals(MEMBERS) || !VERSION.equals(members.get("_v"))) {
      throw new NotAnEntry(
          "its members are not " + String.join(", ", MEMBERS.stream().sorted().toList()));
    }
    return new EntryLine(
        matching(HASH, "_prev", members.get("_prev")),
        seq(members.get("_seq")),
        time(members.get("_time")),
        actor(members.get("actor")),
        payload(members.get("data")),
        matching(WORD, "event", members.get("event")));
  }

  /// The entry that a stored line holds.
  ///
  /// @throws NotAnEntry for a line that is none
  public static LogEntry read(LogStore.Line line) {
    return decode(line.text().getBytes(StandardCharsets.UTF_8)).entry(line.text(), line.hash());
  }

  LogEntry entry(String line, String hash) {
    return new LogEntry(seq, time, actor, event, data, line, hash);
  }

  /// SHA-256 of a stored line, lower-case hex.
  public static String hash(byte[] line) {
    return Digests.sha256Hex(line);
  }

  private static Map<String, @Nullable Object> members(byte[] line) {
    try {
      return CanonicalJson.decodeObject(line, CanonicalJson.ENTRY_MAX);
    } catch (NotCanonical e) {
      throw new NotAnEntry(
          "it is not canonical JSON (byte " + e.offset() + ": " + e.reason() + ")");
    }
  }

  private static String matching(Pattern pattern, String name, @Nullable Object value) {
    if (value instanceof String text && pattern.matcher(text).matches()) {
      return text;
    }
    throw new NotAnEntry("its " + name + " is not of the form " + pattern);
  }

  private static long seq(@Nullable Object value) {
    if (value instanceof Long seq && seq >= 0) {
      return seq;
    }
    throw new NotAnEntry("its _seq is not a number from 0");
  }

  private static Instant time(@Nullable Object value) {
    try {
      return Times.parse(String.valueOf(value));
    } catch (IllegalArgumentException e) {
      throw new NotAnEntry("its _time is " + e.getMessage());
    }
  }

  private static Actor actor(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && map.get("id") instanceof String id) {
      if (map.size() == 1) {
        return new Actor(id, null);
      }
      if (map.size() == 2 && map.get("key") instanceof String key) {
        return new Actor(id, key);
      }
    }
    throw new NotAnEntry("its actor is not an id with or without a key");
  }

  @SuppressWarnings("unchecked") // a decoded map has text keys only
  private static Map<String, Object> payload(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new NotAnEntry("its data is not an object");
  }
}
