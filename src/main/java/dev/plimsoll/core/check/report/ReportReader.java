package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads `report:`.
final class ReportReader {
  private final Findings findings;

  ReportReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable Report read(Node value, @Nullable Node expect) {
    var fields = FieldReader.of(value, "'report'", findings);
    if (fields == null) {
      return null;
    }
    // every one is asked for, so that a mistyped key is told the nearest of them
    var words = new ArrayList<>(Formats.BY_WORD.keySet().stream().filter(fields::has).toList());
    if (fields.has(Formats.JSON)) {
      words.add(Formats.JSON);
    }
    if (words.isEmpty()) {
      fields.node("expect");
      fields.node("atLeast");
      fields.node("totals");
      fields.done();
      findings.error(fields.at(), "No report is named here.", "Add junit: \"out/TEST-*.xml\"");
      return null;
    }
    if (words.size() > 1) {
      findings.error(
          fields.at(words.get(1)),
          "A report has one format, and this has " + String.join(" and ", words) + ".",
          "Make a list of them: report: [{...}, {...}].");
    }
    var word = words.getFirst();
    var files = fields.texts(word);
    check(word, files, fields);
    var before = findings.list().size();
    var totals = word.equals(Formats.JSON) ? totals(fields) : Map.<String, String>of();
    var read = files.isEmpty() ? null : judged(word, files, totals, fields, expect);
    fields.done();
    if (read == null && findings.list().size() == before) {
      findings.error(fields.at(word), "No report is named here.", "Name a file or a pattern.");
    }
    return read;
  }

  private void check(String word, List<String> files, FieldReader fields) {
    for (var glob : files) {
      var outside = RepositoryPaths.flaw(glob);
      var flaw = outside == null ? Glob.mistake(glob) : outside;
      if (flaw != null) {
        findings.error(fields.at(word), flaw, "Name files inside the repository.");
      }
    }
  }

  private Map<String, String> totals(FieldReader fields) {
    var totals = new LinkedHashMap<String, String>();
    fields
        .textMap("totals")
        .forEach((name, path) -> {
          try {
            JsonPath.parse(path);
            totals.put(name, path);
          } catch (JsonPathSyntaxException wrong) {
            findings.error(
                fields.at("totals"),
                "'" + path + "' is no JSONPath: " + wrong.getMessage(),
                "Write for example $.summary.total");
          }
        });
    for (var name : totals.keySet()) {
      if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}") || name.equals(JsonFormat.BODY)) {
        findings.error(
            fields.at("totals"), "A total cannot be called '" + name + "'.", "Use one word.");
      }
    }
    return totals;
  }

  private @Nullable Report judged(
      String word,
      List<String> files,
      Map<String, String> totals,
      FieldReader fields,
      @Nullable Node expect) {
    var format = Formats.of(word, totals);
    var before = findings.list().size();
    var reader = new ExpectationReader(format.queries(), findings);
    var expectations = new ArrayList<Expectation>(reader.read(fields.node("expect")));
    expectations.addAll(reader.read(expect));
    var spoken = expectations.stream().map(Expectation::query).collect(Collectors.toSet());
    expectations.addAll(format.usual(spoken));
    var atLeast = atLeast(format, fields);
    if (expectations.isEmpty() && findings.list().size() == before) {
      findings.error(
          fields.at(word),
          "It is not said what must hold of the " + format.title() + ".",
          "Add for example expect: [" + format.example() + "].");
      return null;
    }
    return new Report(word, files, atLeast, expectations, totals);
  }

  private Map<String, Integer> atLeast(Format format, FieldReader fields) {
    var least = new LinkedHashMap<String, Integer>();
    var counted = format.counted();
    if (counted != null) {
      least.put(counted.figure(), 1);
    }
    var asked = fields.fields("atLeast");
    if (asked == null) {
      return least;
    }
    format
        .queries()
        .forEach((name, kind) -> {
          if (kind == QueryKind.WHOLE_NUMBER || kind == QueryKind.NODES) {
            var number = asked.wholeNumber(name, 1, Integer.MAX_VALUE);
            if (number != null) {
              least.put(name, number);
            }
          }
        });
    asked.done();
    return least;
  }
}
