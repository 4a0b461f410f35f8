package dev.plimsoll.core.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The payload of an entry, read without trust in its shape: what is missing or of another type is
/// absent. An entry is never refused because a table cannot use it.
record Payload(Map<?, ?> members) {
  static Payload of(@Nullable Object value) {
    return new Payload(value instanceof Map<?, ?> map ? map : Map.of());
  }

  Payload at(String name) {
    return of(members.get(name));
  }

  @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  String textOr(String name, String otherwise) {
    return Objects.requireNonNullElse(text(name), otherwise);
  }

  @Nullable Long number(String name) {
    return members.get(name) instanceof Long number ? number : null;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name)) || "true".equals(members.get(name));
  }

  List<Payload> objects(String name) {
    return values(name).stream().filter(Map.class::isInstance).map(Payload::of).toList();
  }

  List<String> texts(String name) {
    return values(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private List<?> values(String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).toList()
        : List.of();
  }
}
