package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the verbs about backups are read by: `VERB: NAME` is short for `VERB: {set: NAME}`.
final class SetReader {
  private static final Node.Scalar.Type NOTHING = Node.Scalar.Type.NULL;

  private final String word;
  private final Findings findings;

  SetReader(String word, Findings findings) {
    this.word = word;
    this.findings = findings;
  }

  /// The name alone, or null where more stands there.
  @Nullable String shortForm(Node value) {
    return value instanceof Node.Scalar name && name.type() != NOTHING && !name.text().isBlank()
        ? name.text()
        : null;
  }

  @Nullable FieldReader fields(Node value) {
    return FieldReader.of(value, "'" + word + "'", findings);
  }

  /// The name of the set, or null after a finding.
  @Nullable String set(FieldReader fields) {
    var set = fields.requiredText("set");
    return set.isBlank() ? null : set;
  }

  /// `newest`, an id, or a text with variables.
  String point(FieldReader fields) {
    var point = fields.text("point");
    if (point == null) {
      return Drill.NEWEST;
    }
    if (point.isBlank() || point.contains("/") || point.contains("\\")) {
      findings.error(
          fields.valueAt("point"),
          "'point' cannot be '" + point + "'.",
          "Write newest, or the name of a backup as plimsoll backup list shows it.");
    }
    return point;
  }

  List<Expectation> expect(@Nullable Node expect, Map<String, QueryKind> queries) {
    return new ExpectationReader(queries, findings).read(expect);
  }

  static Map<String, QueryKind> numbers(String... words) {
    var queries = new LinkedHashMap<String, QueryKind>();
    for (var word : words) {
      queries.put(word, QueryKind.WHOLE_NUMBER);
    }
    return queries;
  }

  static Map<String, QueryKind> timed(String... words) {
    var queries = new LinkedHashMap<>(numbers(words));
    queries.put("duration", QueryKind.TIME);
    return queries;
  }
}
