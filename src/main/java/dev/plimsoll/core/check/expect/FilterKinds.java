package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.text.BoundedPattern;
import org.jspecify.annotations.Nullable;

/// What the filters of an assertion make of what its query gives.
///
/// @param kind after the last filter, or where it went wrong
/// @param flaw why they do not fit together, or null where they do
record FilterKinds(QueryKind kind, @Nullable ExpectationFlaw flaw) {

  static FilterKinds of(Expectation expectation, QueryKind query) {
    var kinds = new FilterKinds(query, null);
    for (var filter : expectation.filters()) {
      kinds = kinds.after(filter, expectation.query());
      if (kinds.flaw != null) {
        return kinds;
      }
    }
    return kinds;
  }

  private FilterKinds after(Filter filter, String query) {
    return switch (filter) {
      case Filter.Regex(var pattern, _) -> {
        var flaw = patternFlaw(pattern);
        yield isText() || kind == QueryKind.NODES
            ? new FilterKinds(QueryKind.TEXT, flaw)
            : refused(query);
      }
      case Filter.ToInt _ ->
          isText() || kind == QueryKind.NODES
              ? new FilterKinds(QueryKind.WHOLE_NUMBER, null)
              : refused(query);
      case Filter.ToText _ -> new FilterKinds(QueryKind.TEXT, null);
      case Filter.Path(var path) ->
          isText() ? new FilterKinds(QueryKind.NODES, pathFlaw(path)) : refused(query);
      case Filter.Count _ -> ofNodes(filter, QueryKind.WHOLE_NUMBER);
      case Filter.Nth _ -> ofNodes(filter, QueryKind.NODES);
    };
  }

  private boolean isText() {
    return kind == QueryKind.TEXT;
  }

  private FilterKinds refused(String query) {
    return new FilterKinds(
        kind,
        new ExpectationFlaw(
            "'" + query + "' is no text: regex and toInt do not apply to it.", "Leave them out."));
  }

  private FilterKinds ofNodes(Filter filter, QueryKind makes) {
    return kind == QueryKind.NODES
        ? new FilterKinds(makes, null)
        : new FilterKinds(
            kind,
            new ExpectationFlaw(
                "'" + filter.words() + "' applies to nodes, and there are none yet.",
                "Select some first, for example: stdout jsonpath \"$.items[*]\" count == 3"));
  }

  static @Nullable ExpectationFlaw patternFlaw(String regex) {
    var flaw =
        BoundedPattern.flaw(regex.replaceAll(ExpectationFlaw.VARIABLE, "x").replace("{{", "{"));
    return flaw == null
        ? null
        : new ExpectationFlaw(
            "'" + regex + "' is no regular expression: " + flaw + ".", "Correct it.");
  }

  private static @Nullable ExpectationFlaw pathFlaw(String path) {
    var flaw = pathFlaw(path, "x");
    // a variable may stand for a name or for an index
    return flaw == null || pathFlaw(path, "0") == null ? null : flaw;
  }

  private static @Nullable ExpectationFlaw pathFlaw(String path, String instead) {
    try {
      JsonPath.parse(path.replaceAll(ExpectationFlaw.VARIABLE, instead));
      return null;
    } catch (JsonPathSyntaxException wrong) {
      return new ExpectationFlaw(
          "'"
              + path
              + "' is no JSONPath query, at character "
              + wrong.at()
              + ": "
              + wrong.getMessage(),
          "Write it after RFC 9535, for example $.items[0].name");
    }
  }
}
