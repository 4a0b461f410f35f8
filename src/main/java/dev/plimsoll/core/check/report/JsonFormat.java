package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.check.json.JsonDocument;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.json.MalformedJsonException;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathLimitException;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.jsonpath.Located;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `json`: any JSON document, by paths that the checklist gives names to.
///
/// @param totals a path for each name
record JsonFormat(Map<String, JsonPath> totals) implements Format {
  /// The document itself, of which `jsonpath` is asked.
  static final String BODY = "body";

  private static final String TESTS = "tests";

  /// @param paths which the reader of checklists has parsed before
  static JsonFormat of(Map<String, String> paths) {
    var totals = new LinkedHashMap<String, JsonPath>();
    paths.forEach((name, path) -> {
      try {
        totals.put(name, JsonPath.parse(path));
      } catch (JsonPathSyntaxException wrong) {
        throw new IllegalArgumentException(path, wrong);
      }
    });
    return new JsonFormat(totals);
  }

  @Override
  public String title() {
    return "JSON report";
  }

  @Override
  public Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    totals.keySet().forEach(name -> queries.put(name, QueryKind.NODES));
    queries.put(BODY, QueryKind.TEXT);
    return queries;
  }

  @Override
  public String example() {
    return "jsonpath \"$.summary.failed\" == 0";
  }

  @Override
  public @Nullable Counted counted() {
    return totals.containsKey(TESTS) ? new Counted(TESTS, "test", "tests") : null;
  }

  @Override
  public List<Expectation> usual(Set<String> spoken) {
    return List.of();
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var text = file.text();
    JsonDocument document;
    try {
      document = JsonDocument.parse(text);
    } catch (MalformedJsonException broken) {
      throw file.notJson(broken.line());
    }
    var figures = new LinkedHashMap<String, Figure>();
    var doubts = new ArrayList<Finding>();
    totals.forEach((name, path) -> {
      try {
        var values = document.select(path).stream().map(Located::value).toList();
        figures.put(name, new Figure.Nodes(values, path.isSingular()));
      } catch (JsonPathLimitException large) {
        doubts.add(
            Finding.error(
                name + " (" + path + ") cannot be looked up: " + large.getMessage(),
                Position.of(file.name()),
                "Write a simpler path."));
      }
    });
    figures.put(BODY, new Figure.Body(text));
    return new Reading(figures, List.of(), doubts);
  }

  /// `tests 4, missing 2 values`.
  @Override
  public String words(Reading reading) {
    var parts = new ArrayList<String>();
    totals
        .keySet()
        .forEach(name -> {
          if (reading.figure(name) instanceof Figure.Nodes(var values, var _)) {
            parts.add(name + " " + words(values));
          }
        });
    return parts.isEmpty() ? "JSON read" : String.join(", ", parts);
  }

  private static String words(List<JsonValue> values) {
    if (values.size() != 1) {
      return values.isEmpty() ? "nothing" : values.size() + " values";
    }
    return switch (values.getFirst()) {
      case JsonValue.Number number -> number.number().toPlainString();
      case JsonValue.Text text -> "'" + Text.line(text.text()) + "'";
      case JsonValue.Truth truth -> String.valueOf(truth.truth());
      case JsonValue other -> other.kind();
    };
  }
}
