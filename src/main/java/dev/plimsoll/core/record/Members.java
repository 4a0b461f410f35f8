package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an object of a decoded document by name. Whatever is absent or of another shape ends in
/// [NotARecord], which names the member; members nobody asks for are left alone.
final class Members {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Map<?, ?> map;
  private final String path;

  private Members(Map<?, ?> map, String path) {
    this.map = map;
    this.path = path;
  }

  static Members of(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      return new Members(map, path);
    }
    throw new NotARecord(path + " is not an object");
  }

  /// The object itself.
  Map<?, ?> raw() {
    return map;
  }

  boolean has(String name) {
    return map.get(name) != null;
  }

  String text(String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  String oneOf(String name, Set<String> words) {
    var text = text(name);
    if (words.contains(text)) {
      return text;
    }
    throw wrong(name, "one of " + String.join(", ", words.stream().sorted().toList()));
  }

  long number(String name) {
    if (map.get(name) instanceof Long number && number >= 0) {
      return number;
    }
    throw wrong(name, "a number from 0");
  }

  int count(String name) {
    var number = number(name);
    if (number > Integer.MAX_VALUE) {
      throw wrong(name, "a small number");
    }
    return (int) number;
  }

  @Nullable Integer exitOrNull(String name) {
    if (!has(name)) {
      return null;
    }
    if (map.get(name) instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    throw wrong(name, "an exit code");
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(map.get(name));
  }

  Instant time(String name) {
    try {
      return Times.parse(text(name));
    } catch (IllegalArgumentException e) {
      throw wrong(name, "a time");
    }
  }

  @Nullable Instant timeOrNull(String name) {
    return has(name) ? time(name) : null;
  }

  LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a date");
    }
  }

  @Nullable LocalDate dateOrNull(String name) {
    return has(name) ? date(name) : null;
  }

  /// The digest in `{"sha256": ...}` under `name`.
  String sha256(String name) {
    return object(name).hex("sha256");
  }

  @Nullable String sha256OrNull(String name) {
    return has(name) ? sha256(name) : null;
  }

  /// 64 lower-case hex digits.
  String hex(String name) {
    var text = text(name);
    if (SHA256.matcher(text).matches()) {
      return text;
    }
    throw wrong(name, "a SHA-256 digest");
  }

  Members object(String name) {
    if (map.get(name) instanceof Map<?, ?> object) {
      return new Members(object, path(name));
    }
    throw wrong(name, "an object");
  }

  <T> List<T> list(String name, Function<Members, T> read) {
    var values = values(name);
    var list = new ArrayList<T>(values.size());
    for (var i = 0; i < values.size(); i++) {
      list.add(read.apply(of(values.get(i), path(name) + "[" + i + "]")));
    }
    return list;
  }

  <T> List<T> listOrNone(String name, Function<Members, T> read) {
    return has(name) ? list(name, read) : List.of();
  }

  List<String> texts(String name) {
    return values(name).stream()
        .map(value -> value instanceof String text ? text : notText(name))
        .toList();
  }

  /// Two numbers, the second not below the first.
  long[] range(String name) {
    var values = values(name);
    if (values.size() == 2
        && values.get(0) instanceof Long first
        && values.get(1) instanceof Long last
        && first >= 0
        && last >= first) {
      return new long[] {first, last};
    }
    throw wrong(name, "a first and a last number");
  }

  private List<?> values(String name) {
    if (map.get(name) instanceof List<?> list) {
      return list;
    }
    throw wrong(name, "a list");
  }

  private String notText(String name) {
    throw wrong(name, "a list of texts");
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private NotARecord wrong(String name, String what) {
    return new NotARecord(path(name) + (has(name) ? " is not " + what : " is missing"));
  }
}
