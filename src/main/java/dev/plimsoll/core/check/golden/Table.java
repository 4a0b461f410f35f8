package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.json.JsonDocument;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.json.MalformedJsonException;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathLimitException;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// The numbers of one file: rows with columns, and what queries give.
///
/// @param name of the file, for findings
/// @param rows by what joins them, in order
/// @param doubled findings about rows that bear the same name
/// @param document of a JSON file, or null
record Table(
    String name, Map<String, Row> rows, List<Finding> doubled, @Nullable JsonDocument document) {

  /// The file cannot be read as a table.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Unreadable(Finding finding) {
      super(finding.message());
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }

  static Table read(String name, String text, Golden.Join join) throws Unreadable {
    try {
      return name.endsWith(".json") ? json(name, text, join) : csv(name, text, join.key());
    } catch (MalformedJsonException malformed) {
      throw unreadable(name, malformed.line(), name + " is no JSON. " + malformed.getMessage());
    } catch (JsonPathSyntaxException | JsonPathLimitException query) {
      throw unreadable(name, 0, String.valueOf(query.getMessage()));
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw unreadable(name, 0, name + " is no CSV table: " + broken.getMessage() + ".");
    }
  }

  private static Unreadable unreadable(String name, int line, String message) {
    return new Unreadable(
        Finding.error(message, Position.of(name, line), "See what wrote the file."));
  }

  private static Table csv(String name, String text, List<String> key)
      throws IOException, Unreadable {
    var format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDelimiter(name.endsWith(".tsv") ? '\t' : ',')
            .get();
    var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var rows = new ArrayList<Row>();
    try (var parser = format.parse(new StringReader(bare))) {
      var columns = parser.getHeaderNames();
      for (var column : key) {
        if (!columns.contains(column)) {
          throw unreadable(name, 1, name + " has no column '" + column + "'.");
        }
      }
      var line = parser.getCurrentLineNumber() + 1;
      for (var record : parser) {
        rows.add(row(record, columns, (int) Math.max(line, 2), key, rows.size()));
        line = parser.getCurrentLineNumber() + 1;
      }
    }
    return table(name, rows, null);
  }

  private static Row row(
      CSVRecord record, List<String> columns, int line, List<String> key, int index) {
    var cells = new LinkedHashMap<String, Row.Cell>();
    for (var column : columns) {
      if (record.isSet(column)) {
        cells.put(column, new Row.Cell(record.get(column), line));
      }
    }
    return named(cells, line, key, index);
  }

  private static Row named(Map<String, Row.Cell> cells, int line, List<String> key, int index) {
    var name =
        key.isEmpty()
            ? "row " + (index + 1)
            : key.stream()
                .map(column -> cells.containsKey(column) ? cells.get(column).text() : "")
                .collect(Collectors.joining(", "));
    return new Row(name, line, cells);
  }

  private static Table json(String name, String text, Golden.Join join)
      throws MalformedJsonException, JsonPathSyntaxException, Unreadable {
    var document = JsonDocument.parse(text);
    var rows = new ArrayList<Row>();
    if (join.rows() != null) {
      for (var node : document.select(JsonPath.parse(join.rows()))) {
        if (!(node.value() instanceof JsonValue.Members(var members, var line))) {
          throw unreadable(
              name, node.value().line(), node.path() + " is " + node.value().kind() + ", no row.");
        }
        var cells = new LinkedHashMap<String, Row.Cell>();
        members.forEach(
            (column, value) -> cells.put(column, new Row.Cell(scalar(value), value.line())));
        rows.add(named(cells, line, join.key(), rows.size()));
      }
    }
    return table(name, rows, document);
  }

  static String scalar(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text, _) -> text;
      case JsonValue.Number(var number, _) -> number.toString();
      case JsonValue.Truth(var truth, _) -> Boolean.toString(truth);
      default -> value.kind();
    };
  }

  private static Table table(String name, List<Row> rows, @Nullable JsonDocument document) {
    var byName = new LinkedHashMap<String, Row>();
    var doubled = new ArrayList<Finding>();
    for (var row : rows) {
      var before = byName.putIfAbsent(row.name(), row);
      if (before != null) {
        doubled.add(
            Finding.error(
                "The row "
                    + row.name()
                    + " stands here twice; first on line "
                    + before.line()
                    + ".",
                Position.of(name, row.line()),
                "Name more columns under key."));
      }
    }
    return new Table(name, byName, doubled, document);
  }
}
