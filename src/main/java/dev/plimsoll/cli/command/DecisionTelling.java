package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Decision.Weight;
import java.util.List;

/// How the gate's word is told: what blocks, then what was accepted without being met.
final class DecisionTelling {
  private DecisionTelling() {}

  /// @param about what was decided on, one line
  static void print(Decision decision, String about, Printer out) {
    out.headline(Mark.of(decision), about);
    for (var weight : List.of(Weight.FAILED, Weight.OPEN, Weight.EXCEPTION)) {
      decision.clauses().stream()
          .filter(clause -> clause.weight() == weight)
          .forEach(clause -> out.line(Mark.of(clause), clause.sentence()));
    }
  }

  static Json json(Decision decision) {
    return new Json()
        .with("decision", decision.isGo() ? "GO" : "NO_GO")
        .with("completion", decision.completion().words())
        .with("reasons", decision.clauses(), DecisionTelling::json);
  }

  private static Json json(Decision.Clause clause) {
    var standing = clause.standing();
    return new Json()
        .with("weight", clause.weight().name())
        .with("sentence", clause.sentence())
        .with("step", clause.step())
        .with("standing", standing == null ? null : standing.name());
  }
}
