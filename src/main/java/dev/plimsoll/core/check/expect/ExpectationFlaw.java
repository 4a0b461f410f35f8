package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Durations;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Why an assertion can never be judged.
record ExpectationFlaw(String what, String next) {
  static final String VARIABLE = "\\{[A-Za-z][A-Za-z0-9_.-]*\\}";

  /// @param kind of what its filters leave
  static @Nullable ExpectationFlaw of(Expectation expectation, QueryKind kind) {
    var predicate = expectation.predicate();
    if (predicate.takesValue()
        && expectation.value().isEmpty()
        && expectation.spelling() != Expectation.Spelling.QUOTED) {
      return new ExpectationFlaw(
          "'" + predicate.word() + "' is not followed by a value.", "Say what is compared with.");
    }
    if (!predicate.takesValue() && !expectation.value().isEmpty()) {
      return new ExpectationFlaw(
          "'"
              + predicate.word()
              + "' takes no value, and '"
              + expectation.value()
              + "' follows it.",
          "Leave it out.");
    }
    if (predicate.asksForNodes() && kind != QueryKind.NODES) {
      return new ExpectationFlaw(
          "'" + predicate.word() + "' applies to nodes of JSON.",
          "Select one first, for example: stdout jsonpath \"$.id\" " + predicate.word());
    }
    return switch (kind) {
      case TEXT -> ofText(expectation);
      case NODES -> ofNodes(expectation);
      case WHOLE_NUMBER, STATUS, PERCENTAGE, TIME -> ofNumber(expectation, kind);
    };
  }

  private static @Nullable ExpectationFlaw ofText(Expectation expectation) {
    var predicate = expectation.predicate();
    if (predicate.orders()) {
      return new ExpectationFlaw(
          "'" + predicate.word() + "' compares numbers, and " + expectation.query() + " is a text.",
          "Make a number of it: "
              + expectation.query()
              + " regex \"(\\d+) passed\" toInt "
              + predicate.word()
              + " 10");
    }
    if (predicate == Predicate.FITS_SCHEMA) {
      var flaw = RepositoryPaths.flaw(expectation.value());
      return flaw == null
          ? null
          : new ExpectationFlaw(flaw, "Name a schema inside the repository.");
    }
    return predicate == Predicate.MATCHES ? FilterKinds.patternFlaw(expectation.value()) : null;
  }

  private static @Nullable ExpectationFlaw ofStatus(Expectation expectation) {
    var value = expectation.value();
    return value.matches("[1-5]\\d\\d")
            || (value.matches(CodeClass.FORM) && !expectation.predicate().orders())
        ? null
        : new ExpectationFlaw(
            "'" + expectation.predicate().word() + " " + value + "' fits no status.",
            "Write a status such as 404, or with == or != a class such as 4xx.");
  }

  private static @Nullable ExpectationFlaw ofPercentage(Expectation expectation) {
    var value = expectation.value();
    return value.matches(".*" + VARIABLE + ".*") || ShareJudge.percent(value) != null
        ? null
        : new ExpectationFlaw(
            "'" + value + "' is no percentage.", "Write a number such as 80, 79.5 or 80%.");
  }

  private static @Nullable ExpectationFlaw ofNodes(Expectation expectation) {
    var predicate = expectation.predicate();
    if (predicate == Predicate.FITS_SCHEMA) {
      return new ExpectationFlaw(
          "'jsonschema' applies to a whole document.", "Write: stdout jsonschema \"FILE\"");
    }
    if (predicate == Predicate.MATCHES) {
      return FilterKinds.patternFlaw(expectation.value());
    }
    return predicate.orders()
            && !expectation.value().matches(".*" + VARIABLE + ".*")
            && number(expectation.value()) == null
        ? new ExpectationFlaw("'" + expectation.value() + "' is no number.", "Write a number.")
        : null;
  }

  static @Nullable BigDecimal number(String text) {
    var bare = text.strip();
    return bare.matches("-?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,4})?")
        ? new BigDecimal(bare)
        : null;
  }

  private static @Nullable ExpectationFlaw ofNumber(Expectation expectation, QueryKind kind) {
    if (!expectation.predicate().compares()) {
      return new ExpectationFlaw(
          "'" + expectation.predicate().word() + "' does not apply to a number or a time.",
          "Use one of: ==, !=, <, <=, >, >=.");
    }
    if (kind == QueryKind.PERCENTAGE) {
      return ofPercentage(expectation);
    }
    var value = expectation.value();
    if (value.matches(".*" + VARIABLE + ".*")) {
      return null;
    }
    if (kind == QueryKind.STATUS) {
      return ofStatus(expectation);
    }
    if (kind == QueryKind.TIME) {
      return Durations.parse(value) != null
          ? null
          : new ExpectationFlaw(
              "'" + value + "' is no duration.", "Write a duration such as 300ms, 90s or 15m.");
    }
    return value.matches("-?[0-9]{1,18}")
        ? null
        : new ExpectationFlaw(
            "'" + value + "' is no whole number.", "Compare with a whole number.");
  }
}
