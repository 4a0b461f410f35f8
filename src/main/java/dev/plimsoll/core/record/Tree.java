package dev.plimsoll.core.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Grows an object of a JSON document member by member; a member without a value is left out.
final class Tree {
  private final Map<String, Object> members = new LinkedHashMap<>();

  Tree with(String name, @Nullable Object value) {
    if (value instanceof Tree tree) {
      members.put(name, tree.members);
    } else if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  <T> Tree with(String name, Collection<T> values, Function<T, Tree> grow) {
    return with(name, values.stream().map(value -> grow.apply(value).members).toList());
  }

  /// As the one above, leaving the member out where there is nothing to list.
  <T> Tree withAny(String name, Collection<T> values, Function<T, Tree> grow) {
    return values.isEmpty() ? this : with(name, values, grow);
  }

  /// `{"sha256": digest}` under `name`.
  Tree withSha256(String name, @Nullable String digest) {
    return digest == null ? this : with(name, Map.of("sha256", digest));
  }

  Map<String, Object> members() {
    return members;
  }

  static List<Map<String, Object>> list(Collection<Tree> trees) {
    return trees.stream().map(Tree::members).toList();
  }
}
