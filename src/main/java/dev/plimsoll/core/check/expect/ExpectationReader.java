package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `expect:` for a verb: a list of texts (`stdout contains "42 passed"`), or the equal
/// mapping (`{stdout: {contains: "42 passed"}, exitCode: 0}`). Every mistake is a finding.
public final class ExpectationReader {
  private static final String EXAMPLE = "Write it as in: stdout contains \"42 passed\"";

  private final Map<String, QueryKind> queries;
  private final Findings findings;

  /// @param queries the words that the verb knows, with what they give
  public ExpectationReader(Map<String, QueryKind> queries, Findings findings) {
    this.queries = queries;
    this.findings = findings;
  }

  /// The assertions, without those that were mistaken.
  public List<Expectation> read(@Nullable Node expect) {
    var read = new ArrayList<Expectation>();
    switch (expect) {
      case null -> {}
      case Node.Fields fields -> fields.fields().forEach(field -> readField(field, read));
      case Node.Items items -> items.items().forEach(item -> readText(item, read));
      case Node.Scalar scalar -> readText(scalar, read);
    }
    return read;
  }

  private void readText(Node node, List<Expectation> read) {
    if (node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
      parse(scalar.text(), scalar.at(), read);
    } else {
      findings.error(node.at(), "An expectation must be a text, not " + node.kind() + ".", EXAMPLE);
    }
  }

  private void readField(Node.Field field, List<Expectation> read) {
    switch (field.value()) {
      case Node.Fields predicates -> {
        for (var predicate : predicates.fields()) {
          readPredicate(field.name(), predicate, read);
        }
      }
      case Node.Scalar scalar when scalar.text().matches("[=!<>]=?.*") ->
          parse(field.name() + " " + scalar.text(), scalar.at(), read);
      case Node.Scalar scalar when scalar.type() != Node.Scalar.Type.NULL ->
          finish(new Parsing(field.name(), field.at()), Predicate.EQUALS, scalar.text(), read);
      default ->
          findings.error(
              field.value().at(),
              "'"
                  + field.name()
                  + "' must be a value or a mapping, not "
                  + field.value().kind()
                  + ".",
              EXAMPLE);
    }
  }

  private void readPredicate(String query, Node.Field field, List<Expectation> read) {
    var values = field.value() instanceof Node.Items items ? items.items() : List.of(field.value());
    for (var value : values) {
      if (!(value instanceof Node.Scalar scalar)) {
        findings.error(
            value.at(),
            "'" + field.name() + "' must be followed by a text, not " + value.kind() + ".",
            EXAMPLE);
      } else if (field.name().endsWith(Predicate.IS_EMPTY.word())) {
        var not = scalar.text().equals("false") ? "not " : "";
        parse(query + " " + not + field.name(), field.at(), read);
      } else {
        parseHead(query + " " + field.name(), field.at())
            .ifComplete((parsing, predicate) -> finish(parsing, predicate, scalar.text(), read));
      }
    }
  }

  private void parse(String text, Position at, List<Expectation> read) {
    parseHead(text, at)
        .ifComplete((parsing, predicate) -> finish(parsing, predicate, parsing.rest(), read));
  }

  private Parsing parseHead(String text, Position at) {
    var parsing = new Parsing(text, at);
    try {
      parsing.head(findings);
    } catch (IllegalArgumentException open) {
      findings.error(at, String.valueOf(open.getMessage()), "Close it.");
    }
    return parsing;
  }

  private void finish(Parsing parsing, Predicate predicate, String value, List<Expectation> read) {
    var kind = queries.get(parsing.query());
    if (kind == null) {
      unknownQuery(parsing);
      return;
    }
    var expectation =
        new Expectation(
            parsing.query(), parsing.extract(), parsing.toInt(), parsing.not(), predicate, value);
    var flaw = ExpectationFlaw.of(expectation, kind);
    if (flaw == null) {
      read.add(expectation);
    } else {
      findings.error(parsing.at(), flaw.what(), flaw.next());
    }
  }

  private void unknownQuery(Parsing parsing) {
    var query = parsing.query();
    if (query.equals("jsonpath")) {
      if (findings.list().stream().anyMatch(finding -> parsing.at().equals(finding.at()))) {
        return; // the reader of checklists says it, too
      }
      findings.error(
          parsing.at(),
          "JSONPath is not in this version.",
          "Look at the text instead, for example with: stdout matches \"...\"");
    } else {
      findings.error(
          parsing.at(),
          "'" + query + "' cannot be looked at here.",
          Nearest.hint(query, queries.keySet()));
    }
  }
}
