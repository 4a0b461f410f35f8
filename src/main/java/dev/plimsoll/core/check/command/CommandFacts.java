package dev.plimsoll.core.check.command;

import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.process.Ending;

/// Looks up what an expectation asks about.
record CommandFacts(Ending.Exited exited) {
  Fact of(String query) {
    return switch (query) {
      case "exitCode" -> new Fact.Whole(exited.code());
      case "stdout" -> new Fact.Text(exited.out().text(), exited.out().isWhole());
      case "stderr" -> new Fact.Text(exited.err().text(), exited.err().isWhole());
      case "duration" -> new Fact.Time(exited.took());
      default -> throw new IllegalArgumentException("no such query: " + query);
    };
  }
}
