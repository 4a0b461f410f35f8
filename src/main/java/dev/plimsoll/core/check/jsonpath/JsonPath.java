package dev.plimsoll.core.check.jsonpath;

import java.util.List;

/// A JSONPath query after RFC 9535. Immutable, thread-safe.
public final class JsonPath {
  private final String text;
  private final List<Segment> segments;

  private JsonPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  /// @throws JsonPathSyntaxException where the text is not well-formed or not well-typed
  public static JsonPath parse(String text) throws JsonPathSyntaxException {
    return new JsonPath(text, List.copyOf(new PathParser(text).read()));
  }

  /// The nodes that the query gives, in the order of the document; the same node as often as it is
  /// selected.
  ///
  /// @throws JsonPathLimitException where it looks at more than `limits` allow
  public <N> List<Located<N>> select(N root, JsonTree<N> tree, PathLimits limits) {
    return new PathWalk<>(root, tree, limits).select(segments);
  }

  /// Whether it gives at most one node, by its form.
  public boolean isSingular() {
    return segments.stream().allMatch(Segment::isSingular);
  }

  /// As it was written.
  @Override
  public String toString() {
    return text;
  }
}
