package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Members of our own small JSON documents, written and read back. What is missing or of another
/// type is an [IOException] that names the member.
final class Fields {
  private final Map<?, ?> map;

  Fields(Map<?, ?> map) {
    this.map = map;
  }

  String text(String name) throws IOException {
    var text = textOrNull(name);
    if (text == null) {
      throw new IOException("the member " + name + " is missing");
    }
    return text;
  }

  @Nullable String textOrNull(String name) throws IOException {
    return switch (map.get(name)) {
      case null -> null;
      case String text -> text;
      default -> throw new IOException("the member " + name + " is no text");
    };
  }

  long number(String name) throws IOException {
    if (map.get(name) instanceof Long number) {
      return number;
    }
    throw new IOException("the member " + name + " is no number");
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(map.get(name));
  }

  @Nullable Instant timeOrNull(String name) throws IOException {
    var text = textOrNull(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw new IOException("the member " + name + " is no time", wrong);
    }
  }

  <E extends Enum<E>> E word(String name, Class<E> words) throws IOException {
    try {
      return Enum.valueOf(words, text(name));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("the member " + name + " is no word known here", wrong);
    }
  }

  @Nullable Fields partOrNull(String name) {
    return map.get(name) instanceof Map<?, ?> part ? new Fields(part) : null;
  }

  static Map<String, Object> name(Origin.Name name) {
    var data = new LinkedHashMap<String, Object>();
    data.put("act", name.act().name());
    data.put("set", name.set());
    data.put("id", name.id());
    put(data, "manifest", name.manifest());
    put(data, "product", name.product());
    data.put("takenOn", name.takenOn().toString());
    return data;
  }

  Origin.Name name() throws IOException {
    var takenOn = timeOrNull("takenOn");
    return new Origin.Name(
        word("act", BackupAct.What.class),
        text("set"),
        text("id"),
        textOrNull("manifest"),
        textOrNull("product"),
        takenOn == null ? Instant.EPOCH : takenOn);
  }

  static Map<String, Object> wanted(Wanted wanted) {
    var data = new LinkedHashMap<String, Object>();
    data.put("form", wanted.form().name());
    data.put("size", wanted.size());
    data.put("mode", wanted.mode());
    put(data, "modifiedOn", wanted.modifiedOn() == null ? null : wanted.modifiedOn().toString());
    put(data, "sha256", wanted.sha256());
    data.put("kind", wanted.sense().kind().name());
    var log = wanted.sense().log();
    if (log != null) {
      var head = new LinkedHashMap<String, Object>();
      head.put("entries", log.entries());
      put(head, "recipe", log.recipe());
      put(head, "head", log.head());
      data.put("log", head);
    }
    return data;
  }

  Wanted wanted(String path) throws IOException {
    var log = partOrNull("log");
    var head =
        log == null
            ? null
            : new LogHead(
                path, log.number("entries"), log.textOrNull("recipe"), log.textOrNull("head"));
    return new Wanted(
        path,
        word("form", Wanted.Form.class),
        number("size"),
        (int) number("mode"),
        timeOrNull("modifiedOn"),
        textOrNull("sha256"),
        new Wanted.Sense(word("kind", Kind.class), false, head, List.of()));
  }

  static Map<String, Object> moved(LogsMoved log) {
    var data = new LinkedHashMap<String, Object>();
    data.put("path", log.path());
    data.put("entriesBefore", log.entriesBefore());
    put(data, "headBefore", log.headBefore());
    data.put("entriesAfter", log.entriesAfter());
    put(data, "headAfter", log.headAfter());
    data.put("lost", log.lost());
    return data;
  }

  List<LogsMoved> moved() throws IOException {
    var logs = new ArrayList<LogsMoved>();
    if (map.get("logs") instanceof List<?> list) {
      for (var each : list) {
        var log = new Fields(each instanceof Map<?, ?> data ? data : Map.of());
        logs.add(
            new LogsMoved(
                log.text("path"),
                log.number("entriesBefore"),
                log.textOrNull("headBefore"),
                log.number("entriesAfter"),
                log.textOrNull("headAfter"),
                log.number("lost")));
      }
    }
    return logs;
  }

  static void put(Map<String, Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }
}
