package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds the numbers of two tables against each other.
record Comparison(Table computed, Table reference) {
  private static final int MOST_NAMED = 50;

  /// One clause for the rows, and one for each rule.
  List<Clause> clauses(List<Rule> rules) {
    var clauses = new ArrayList<Clause>();
    if (rules.stream().anyMatch(rule -> !rule.isPath())) {
      clauses.add(rows());
    }
    rules.forEach(rule -> clauses.add(clause(rule)));
    return clauses;
  }

  private Clause rows() {
    var findings = new ArrayList<Finding>(computed.doubled());
    findings.addAll(reference.doubled());
    missing(reference, computed, findings);
    missing(computed, reference, findings);
    var count = reference.rows().size();
    return findings.isEmpty()
        ? Clause.held(count + (count == 1 ? " row" : " rows") + " on both sides")
        : Clause.broken("the rows differ", named(findings));
  }

  private static void missing(Table from, Table in, List<Finding> findings) {
    from.rows()
        .forEach((name, row) -> {
          if (!in.rows().containsKey(name)) {
            findings.add(
                Finding.error(
                    "The row " + name + " is not in " + in.name() + ".",
                    Position.of(from.name(), row.line()),
                    "Compute both over the same rows."));
          }
        });
  }

  private Clause clause(Rule rule) {
    var findings = new ArrayList<Finding>();
    var left = cells(rule, computed);
    var right = cells(rule, reference);
    var compared = 0;
    var farthest = BigDecimal.ZERO;
    for (var name : union(left, right)) {
      var mine = left.get(name);
      var theirs = right.get(name);
      var number = number(rule, computed, name, mine, findings);
      var wanted = number(rule, reference, name, theirs, findings);
      if (number == null || wanted == null || mine == null) {
        continue;
      }
      compared++;
      var distance = rule.tolerance().distance(number, wanted);
      farthest = farthest.max(distance);
      if (!rule.tolerance().fits(number, wanted)) {
        findings.add(
            Finding.error(
                name
                    + ": "
                    + rule.of()
                    + " is "
                    + mine.text()
                    + ", the reference says "
                    + String.valueOf(theirs == null ? "" : theirs.text())
                    + "; "
                    + shown(distance)
                    + " apart, allowed "
                    + rule.tolerance().words()
                    + ".",
                Position.of(computed.name(), mine.line()),
                "Find out which of the two is right."));
      }
    }
    if (compared == 0 && findings.isEmpty()) {
      findings.add(
          Finding.error(
              "No number is compared by: " + rule.words() + ".",
              Position.of(reference.name()),
              "Correct the column, the path or the rows."));
    }
    var numbers = compared + (compared == 1 ? " number" : " numbers");
    return findings.isEmpty()
        ? Clause.held(numbers + " of " + rule.words() + ", farthest " + shown(farthest))
        : Clause.broken("not all of " + rule.words(), named(findings));
  }

  private static List<String> union(Map<String, Row.Cell> left, Map<String, Row.Cell> right) {
    var names = new ArrayList<>(right.keySet());
    left.keySet().stream().filter(name -> !right.containsKey(name)).forEach(names::add);
    return names;
  }

  private static String shown(BigDecimal number) {
    return number.round(new java.math.MathContext(4)).stripTrailingZeros().toString();
  }

  /// By the name of its row, or by its path. Of a column only rows that both tables have: the
  /// others are named already.
  private Map<String, Row.Cell> cells(Rule rule, Table table) {
    var cells = new LinkedHashMap<String, Row.Cell>();
    if (rule.isPath()) {
      if (table.document() != null) {
        for (var node : table.document().select(parsed(rule.of()))) {
          cells.put(node.path(), new Row.Cell(Table.scalar(node.value()), node.value().line()));
        }
      }
      return cells;
    }
    table
        .rows()
        .forEach((name, row) -> {
          var other = (table.equals(computed) ? reference : computed).rows().get(name);
          if (other != null && rule.applies(row)) {
            var cell = row.cells().get(rule.of());
            cells.put(name, cell == null ? new Row.Cell("", row.line()) : cell);
          }
        });
    return cells;
  }

  private static JsonPath parsed(String query) {
    try {
      return JsonPath.parse(query);
    } catch (JsonPathSyntaxException linted) {
      throw new IllegalStateException(linted);
    }
  }

  private static @Nullable BigDecimal number(
      Rule rule, Table table, String name, Row.@Nullable Cell cell, List<Finding> findings) {
    if (cell == null) {
      findings.add(
          Finding.error(
              name + " has no " + rule.of() + " to compare in " + table.name() + ".",
              Position.of(table.name()),
              "Compute both over the same rows."));
      return null;
    }
    var text = cell.text().strip();
    if (text.matches("[+-]?(\\d{1,300}\\.?\\d{0,300}|\\.\\d{1,300})([eE][+-]?\\d{1,4})?")) {
      return new BigDecimal(text);
    }
    findings.add(
        Finding.error(
            name
                + ": "
                + rule.of()
                + " is "
                + (text.isEmpty() ? "missing" : "'" + text + "', which is no number")
                + ".",
            Position.of(table.name(), cell.line()),
            "Correct the column, or leave the row out on both sides."));
    return null;
  }

  private static List<Finding> named(List<Finding> findings) {
    if (findings.size() <= MOST_NAMED) {
      return findings;
    }
    var named = new ArrayList<>(findings.subList(0, MOST_NAMED));
    named.add(Finding.error("And " + (findings.size() - MOST_NAMED) + " more."));
    return named;
  }
}
