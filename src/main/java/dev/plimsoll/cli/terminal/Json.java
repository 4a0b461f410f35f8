package dev.plimsoll.cli.terminal;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An object that a program reads: one line of RFC 8785 JSON, members in alphabetical order, times
/// as `2026-03-01T09:30:00.000Z`. Members are never left out: what is not there is null.
public final class Json {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /// @param value text, whole number, truth, time, null, [Json], or a list or map of these
  public Json with(String name, @Nullable Object value) {
    members.put(name, plain(value));
    return this;
  }

  /// A member with an object for each item.
  public <T> Json with(String name, Collection<T> items, Function<? super T, Json> each) {
    return with(name, items.stream().map(each).toList());
  }

  /// A problem as every command tells it.
  public static Json of(Problem problem) {
    return new Json()
        .with("what", problem.what())
        .with("where", problem.where())
        .with("next", problem.next());
  }

  /// The line, with its line feed.
  public String line() {
    return CanonicalJson.encodeToString(members) + "\n";
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Json json -> json.members;
      case Optional<?> perhaps -> plain(perhaps.orElse(null));
      case Instant time -> TIME.format(time);
      case Collection<?> items -> list(items);
      case Map<?, ?> map -> map(map);
      case Boolean truth -> truth;
      case Integer number -> number;
      case Long number -> number;
      default -> wellFormed(value.toString());
    };
  }

  private static List<@Nullable Object> list(Collection<?> items) {
    var list = new ArrayList<@Nullable Object>();
    items.forEach(item -> list.add(plain(item)));
    return list;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    var plain = new TreeMap<String, @Nullable Object>();
    map.forEach((name, value) -> plain.put(wellFormed(name.toString()), plain(value)));
    return plain;
  }

  /// Half a surrogate pair becomes a question mark.
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
