package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.checklist.Durations;
import org.jspecify.annotations.Nullable;

/// Why an assertion can never be judged.
record ExpectationFlaw(String what, String next) {
  private static final String VARIABLE = "\\{[A-Za-z][A-Za-z0-9_.-]*\\}";

  static @Nullable ExpectationFlaw of(Expectation expectation, QueryKind kind) {
    var predicate = expectation.predicate();
    if (predicate.takesValue() && expectation.value().isEmpty()) {
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
    var isText = kind == QueryKind.TEXT;
    if (!isText && (expectation.toInt() || expectation.extract() != null)) {
      return new ExpectationFlaw(
          "'" + expectation.query() + "' is no text: regex and toInt do not apply to it.",
          "Leave them out.");
    }
    if (isText && !expectation.toInt()) {
      return ofText(expectation);
    }
    if (!predicate.compares()) {
      return new ExpectationFlaw(
          "'" + predicate.word() + "' does not apply to a number or a time.",
          "Use one of: ==, !=, <, <=, >, >=.");
    }
    return switch (kind) {
      case TIME -> ofTime(expectation);
      case PERCENTAGE -> ofPercentage(expectation);
      default -> ofNumber(expectation);
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
    var flaw = predicate == Predicate.MATCHES ? patternFlaw(expectation.value()) : null;
    return flaw == null ? extractFlaw(expectation) : flaw;
  }

  private static @Nullable ExpectationFlaw ofNumber(Expectation expectation) {
    if (!expectation.value().matches(".*" + VARIABLE + ".*|-?[0-9]{1,18}")) {
      return new ExpectationFlaw(
          "'" + expectation.value() + "' is no whole number.", "Compare with a whole number.");
    }
    return extractFlaw(expectation);
  }

  private static @Nullable ExpectationFlaw ofPercentage(Expectation expectation) {
    var value = expectation.value();
    return value.matches(".*" + VARIABLE + ".*") || ShareJudge.percent(value) != null
        ? null
        : new ExpectationFlaw(
            "'" + value + "' is no percentage.", "Write a number such as 80, 79.5 or 80%.");
  }

  private static @Nullable ExpectationFlaw ofTime(Expectation expectation) {
    var value = expectation.value();
    return value.matches(".*" + VARIABLE + ".*") || Durations.parse(value) != null
        ? null
        : new ExpectationFlaw(
            "'" + value + "' is no duration.", "Write a duration such as 300ms, 90s or 15m.");
  }

  private static @Nullable ExpectationFlaw extractFlaw(Expectation expectation) {
    return expectation.extract() == null ? null : patternFlaw(expectation.extract());
  }

  private static @Nullable ExpectationFlaw patternFlaw(String regex) {
    var flaw = BoundedPattern.flaw(regex.replaceAll(VARIABLE, "x").replace("{{", "{"));
    return flaw == null
        ? null
        : new ExpectationFlaw(
            "'" + regex + "' is no regular expression: " + flaw + ".", "Correct it.");
  }
}
