package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `golden:`. Use it once.
final class GoldenReader {
  private final Findings findings;
  private final List<Rule> rules = new ArrayList<>();

  GoldenReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable Golden read(Node value) {
    var fields = FieldReader.of(value, "'golden'", findings);
    if (fields == null) {
      return null;
    }
    var file = path(fields, "file");
    var reference = reference(fields);
    var rows = fields.text("rows");
    if (rows != null) {
      query(rows, fields.valueAt("rows"));
    }
    var join = new Golden.Join(rows, fields.texts("key"));
    byName(fields, "columns", false);
    byName(fields, "paths", true);
    fields.items("compare").forEach(this::rule);
    fields.done();
    if (rules.isEmpty()) {
      findings.error(
          fields.at(),
          "It is not said which numbers are compared.",
          "Add columns: {NAME: {absolute: 0.01}} or paths: {\"$.x\": {relative: 1%}}");
      return null;
    }
    return new Golden(file, reference, join, rules);
  }

  private String path(FieldReader fields, String key) {
    var path = fields.requiredText(key);
    var flaw = path.isBlank() ? null : RepositoryPaths.flaw(path);
    if (flaw != null) {
      findings.error(fields.at(key), flaw, "Name a path inside the repository.");
    }
    return RepositoryPaths.normalised(path);
  }

  private Golden.Reference reference(FieldReader fields) {
    var file = path(fields, "reference");
    var sha256 = fields.text("sha256");
    if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
      findings.error(fields.at("sha256"), "This is no SHA-256 digest.", "Write 64 hex digits.");
    }
    if (fields.node("provenance") instanceof Node.Fields) {
      var of = fields.fields("provenance");
      var source = of == null ? "" : path(of, "file");
      var query = of == null ? null : of.text("path");
      if (of != null) {
        if (query != null) {
          query(query, of.valueAt("path"));
        }
        of.done();
      }
      return new Golden.Reference(file, source, true, query, sha256);
    }
    var text = fields.text("provenance");
    if (text == null || text.isBlank()) {
      findings.error(
          fields.at("provenance"),
          "It is not said where the reference comes from.",
          "Add provenance: \"WHO COMPUTED IT, WITH WHAT, WHEN\" or provenance: {file: FILE}");
    }
    return new Golden.Reference(file, text == null ? "" : text, false, null, sha256);
  }

  private void byName(FieldReader fields, String key, boolean isPath) {
    switch (fields.node(key)) {
      case null -> {}
      case Node.Fields map -> {
        for (var field : map.fields()) {
          if (isPath) {
            query(field.name(), field.at());
          }
          var inner = FieldReader.of(field.value(), "'" + field.name() + "'", findings);
          if (inner != null) {
            add(inner, field.name(), isPath, where(inner));
          }
        }
      }
      case Node other -> fields.wrong(key, other, "a mapping of names to tolerances");
    }
  }

  private void rule(Node value) {
    var rule = FieldReader.of(value, "'compare'", findings);
    if (rule == null) {
      return;
    }
    var column = rule.text("column");
    var path = rule.text("path");
    if ((column == null) == (path == null)) {
      findings.error(rule.at(), "Either a column or a path is compared.", "Add column: NAME");
    }
    if (path != null) {
      query(path, rule.valueAt("path"));
    }
    add(rule, column == null ? String.valueOf(path) : column, column == null, where(rule));
  }

  private static Map<String, List<String>> where(FieldReader rule) {
    var where = new LinkedHashMap<String, List<String>>();
    var columns = rule.fields("where");
    if (columns != null) {
      columns.names().forEach(name -> where.put(name, columns.texts(name)));
    }
    return where;
  }

  private void add(FieldReader rule, String of, boolean isPath, Map<String, List<String>> where) {
    var before = rules.size();
    for (var kind : Tolerance.Kind.values()) {
      var text = rule.text(kind.word());
      if (text != null) {
        var tolerance = Tolerance.parse(kind, text);
        if (tolerance == null) {
          findings.error(
              rule.valueAt(kind.word()),
              "'" + text + "' is no " + kind.word() + " tolerance.",
              kind == Tolerance.Kind.ANGULAR
                  ? "Write degrees below 180 (0.5), or 30' for minutes of arc."
                  : "Write a number, such as 0.001.");
        } else {
          rules.add(new Rule(of, isPath, where, tolerance));
        }
      }
    }
    var given =
        List.of(Tolerance.Kind.values()).stream().filter(kind -> rule.has(kind.word())).count();
    rule.done();
    if (given != 1) {
      findings.error(
          rule.at(),
          given == 0 ? "No tolerance is given for " + of + "." : of + " has two tolerances.",
          "Give one of: absolute, relative, angular.");
    } else if (rules.size() > before && isPath && !where.isEmpty()) {
      findings.error(
          rule.at("where"), "'where' applies to columns.", "Say it in the query instead.");
    }
  }

  private void query(String path, Position at) {
    try {
      JsonPath.parse(path);
    } catch (JsonPathSyntaxException wrong) {
      findings.error(
          at,
          "'"
              + path
              + "' is no JSONPath query, at character "
              + wrong.at()
              + ": "
              + wrong.getMessage(),
          "Write it after RFC 9535, for example $.items[*]");
    }
  }
}
