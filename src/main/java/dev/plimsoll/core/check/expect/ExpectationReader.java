package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.expect.Expectation.Spelling;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `expect:` for a verb: a list of texts (`stdout contains "42 passed"`), or the equal
/// mapping (`{stdout: {contains: "42 passed"}, exitCode: 0}`). Every mistake is a finding.
///
/// `jsonpath`, `jsonschema` and `regex` in front mean the verb's main text: what it printed, or the
/// body.
public final class ExpectationReader {
  private static final String EXAMPLE = "Write it as in: stdout contains \"42 passed\"";
  private static final Set<String> OF_THE_MAIN_TEXT = Set.of("jsonpath", "jsonschema", "regex");

  private final QueryWords queries;
  private final Findings findings;

  /// @param queries the words that the verb knows, with what they give; `header NAME` stands for
  ///   one of two words whose second is any name, `p(N)` for any percentile
  public ExpectationReader(Map<String, QueryKind> queries, Findings findings) {
    this.queries = new QueryWords(queries);
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

  /// Reads a query and its filters alone (`jsonpath $.id`), as the assertion that it gives
  /// something; null after at least one finding.
  public @Nullable Expectation readQuery(Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.type() == Node.Scalar.Type.NULL) {
      findings.error(
          node.at(), "A query must be a text, not " + node.kind() + ".", "Write: jsonpath $.id");
      return null;
    }
    var own = new Findings();
    var parsing =
        new ExpectationReader(queries.kinds(), own)
            .parseHead(scalar.text() + " " + Predicate.EXISTS.word(), scalar.at());
    if (own.hasErrors()) {
      findings.error(
          scalar.at(), "'" + scalar.text() + "' is no query.", "Write it as in: jsonpath $.id");
      return null;
    }
    var read = new ArrayList<Expectation>();
    parsing.ifComplete((complete, predicate) -> {
      var kind = queries.kind(complete.query());
      var expectation = complete.expectation(predicate, "", Spelling.PLAIN);
      var flaw =
          kind == null
              ? new ExpectationFlaw(
                  "'" + complete.query() + "' cannot be looked at here.",
                  Nearest.hint(complete.query(), queries.words()))
              : !complete.rest().isEmpty()
                  ? new ExpectationFlaw(
                      "'" + scalar.text() + "' is more than a query.",
                      "Leave out what must hold, and say it under expect.")
                  : FilterKinds.of(expectation, kind).flaw();
      if (flaw == null) {
        read.add(expectation);
      } else {
        findings.error(scalar.at(), flaw.what(), flaw.next());
      }
    });
    return read.isEmpty() ? null : read.getFirst();
  }

  private void readText(Node node, List<Expectation> read) {
    if (node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
      parse(scalar.text(), scalar.at(), read);
    } else {
      findings.error(node.at(), "An expectation must be a text, not " + node.kind() + ".", EXAMPLE);
    }
  }

  /// `QUERY [filters]: value`, or a mapping under it.
  private void readField(Node.Field field, List<Expectation> read) {
    switch (field.value()) {
      case Node.Fields predicates -> {
        for (var predicate : predicates.fields()) {
          readPredicate(field.name(), predicate, read);
        }
      }
      case Node.Scalar scalar when scalar.text().matches("[=!<>]=?.*") ->
          parse(field.name() + " " + scalar.text(), scalar.at(), read);
      case Node.Scalar scalar when scalar.type() != Node.Scalar.Type.NULL -> {
        var last = lastWord(field.name());
        var predicate = Predicate.byWord().containsKey(last) ? "" : " ==";
        parseHead(field.name() + predicate, field.at())
            .ifComplete(
                (parsing, found) -> finish(parsing, found, scalar.text(), spelling(scalar), read));
      }
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

  private static String lastWord(String text) {
    var words = text.strip().split("\\s+");
    return words[words.length - 1];
  }

  private void readPredicate(String query, Node.Field field, List<Expectation> read) {
    if (field.value() instanceof Node.Fields inner) {
      if (field.name().equals("jsonpath")) {
        for (var path : inner.fields()) {
          var quoted = "\"" + path.name().replace("\"", "\\\"") + "\"";
          readField(new Node.Field(query + " jsonpath " + quoted, path.at(), path.value()), read);
        }
        return;
      }
    }
    var values = field.value() instanceof Node.Items items ? items.items() : List.of(field.value());
    for (var value : values) {
      if (!(value instanceof Node.Scalar scalar)) {
        findings.error(
            value.at(),
            "'" + field.name() + "' must be followed by a text, not " + value.kind() + ".",
            EXAMPLE);
      } else if (isFlag(field.name())) {
        var words = query + " " + field.name();
        var flag = words.length() - lastWord(field.name()).length();
        var not = scalar.text().equals("false") ? "not " : "";
        parse(words.substring(0, flag) + not + words.substring(flag), field.at(), read);
      } else {
        parseHead(query + " " + field.name(), field.at())
            .ifComplete((parsing, predicate) ->
                finish(parsing, predicate, scalar.text(), spelling(scalar), read));
      }
    }
  }

  /// Whether a mapping's key ends in a predicate that takes no value, so that true or false
  /// follows.
  private static boolean isFlag(String name) {
    var predicate = Predicate.byWord().get(lastWord(name));
    return predicate != null && !predicate.takesValue();
  }

  /// YAML says what a value is; a variable in it is no text yet.
  private static Spelling spelling(Node.Scalar scalar) {
    return scalar.type() == Node.Scalar.Type.TEXT && !scalar.text().contains("{")
        ? Spelling.QUOTED
        : Spelling.PLAIN;
  }

  private void parse(String text, Position at, List<Expectation> read) {
    parseHead(text, at)
        .ifComplete((parsing, predicate) ->
            finish(parsing, predicate, parsing.rest(), parsing.spelling(), read));
  }

  private Parsing parseHead(String text, Position at) {
    var parsing = new Parsing(withMainText(text), at, queries);
    try {
      parsing.head(findings);
    } catch (IllegalArgumentException open) {
      findings.error(at, String.valueOf(open.getMessage()), "Close it.");
    }
    return parsing;
  }

  private String withMainText(String text) {
    var first = text.strip().split("\\s", 2)[0];
    if (!OF_THE_MAIN_TEXT.contains(first)) {
      return text;
    }
    return queries.knows("stdout")
        ? "stdout " + text
        : queries.knows("body") ? "body " + text : text;
  }

  private void finish(
      Parsing parsing,
      Predicate predicate,
      String value,
      Spelling spelling,
      List<Expectation> read) {
    var kind = queries.kind(parsing.query());
    if (kind == null) {
      findings.error(
          parsing.at(),
          "'" + parsing.query() + "' cannot be looked at here.",
          Nearest.hint(parsing.query(), queries.words()));
      return;
    }
    var expectation = parsing.expectation(predicate, value, spelling);
    var seen = FilterKinds.of(expectation, kind);
    if (seen.kind() != QueryKind.NODES) {
      expectation = parsing.expectation(predicate, value, Spelling.PLAIN);
    }
    var flaw = seen.flaw() == null ? ExpectationFlaw.of(expectation, seen.kind()) : seen.flaw();
    if (flaw == null) {
      read.add(expectation);
    } else {
      findings.error(parsing.at(), flaw.what(), flaw.next());
    }
  }
}
