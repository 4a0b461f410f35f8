package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.checklist.Durations;
import java.time.Duration;
import java.util.List;

/// Holds assertions against facts. Stateless. A final line end of a text does not count.
///
/// `jsonschema` needs a file of the repository: [Bench] judges that, too.
public final class ExpectationJudge {
  private static final int SHOWN = 120;

  private ExpectationJudge() {}

  /// @param expectation with its variables resolved
  public static Verdict judge(Expectation expectation, Fact fact) {
    return switch (new FilterChain(expectation).apply(fact)) {
      case FilterChain.Left.Decided(var verdict) -> verdict;
      case FilterChain.Left.Of(var left) -> judgeLeft(expectation, left);
    };
  }

  private static Verdict judgeLeft(Expectation expectation, Fact fact) {
    if (expectation.value().isEmpty() && isInEveryText(expectation.predicate())) {
      return unclear(expectation, "what is looked for is empty, and would be found in any text");
    }
    return switch (fact) {
      case Fact.Whole whole -> number(expectation, whole.number());
      case Fact.Share share -> ShareJudge.judge(expectation, share);
      case Fact.Time time -> time(expectation, time.duration());
      case Fact.Text text -> wording(expectation, withoutLineEnd(text.text()), text.whole());
      case Fact.Nodes nodes -> new ValueJudge(expectation).judge(nodes);
    };
  }

  private static boolean isInEveryText(Predicate predicate) {
    return switch (predicate) {
      case CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES -> true;
      default -> false;
    };
  }

  private static Verdict number(Expectation expectation, long seen) {
    var limit = expectation.value().strip();
    if (limit.matches(CodeClass.FORM)) {
      var holds = CodeClass.holds(limit, seen) == (expectation.predicate() == Predicate.EQUALS);
      return verdict(expectation, holds, Long.toString(seen));
    }
    try {
      var order = Long.compare(seen, Long.parseLong(limit));
      return verdict(expectation, expectation.predicate().satisfiedBy(order), Long.toString(seen));
    } catch (NumberFormatException noNumber) {
      return unclear(expectation, "'" + expectation.value() + "' is no whole number");
    }
  }

  private static Verdict time(Expectation expectation, Duration seen) {
    var limit = Durations.parse(expectation.value().strip());
    return limit == null
        ? unclear(expectation, "'" + expectation.value() + "' is no duration")
        : verdict(
            expectation,
            expectation.predicate().satisfiedBy(seen.compareTo(limit)),
            seen.toMillis() + "ms");
  }

  private static Verdict wording(Expectation expectation, String text, boolean whole) {
    var value = expectation.value();
    var holds =
        switch (expectation.predicate()) {
          case EQUALS -> text.equals(withoutLineEnd(value));
          case DIFFERS -> !text.equals(withoutLineEnd(value));
          case CONTAINS -> text.contains(value);
          case STARTS_WITH -> text.startsWith(value);
          case ENDS_WITH -> text.endsWith(withoutLineEnd(value));
          case INCLUDES -> text.lines().anyMatch(value::equals);
          case IS_EMPTY -> text.isBlank();
          case MATCHES -> null;
          default -> throw new IllegalStateException(expectation + " is no assertion about a text");
        };
    if (holds == null) {
      var found = BoundedPattern.of(value).find(text);
      if (found instanceof BoundedPattern.Search.GaveUp) {
        return unclear(expectation, "the regular expression takes too long on this output");
      }
      holds = found instanceof BoundedPattern.Search.Found;
    }
    var decidedByWhatIsThere =
        whole
            || switch (expectation.predicate()) {
              case CONTAINS, INCLUDES, MATCHES -> holds;
              case STARTS_WITH, ENDS_WITH, IS_EMPTY -> true;
              default -> false;
            };
    return decidedByWhatIsThere ? verdict(expectation, holds, ending(text)) : leftOut(expectation);
  }

  static Verdict verdict(Expectation expectation, boolean holds, String seen) {
    return holds != expectation.not()
        ? new Verdict.Met()
        : new Verdict.Missed("Expected " + expectation + ", saw " + seen + ".");
  }

  private static Verdict leftOut(Expectation expectation) {
    return unclear(expectation, "there was so much of it that not all was kept");
  }

  static Verdict unclear(Expectation expectation, String why) {
    return new Verdict.Unclear("Cannot tell whether " + expectation + ": " + why + ".");
  }

  /// The last line that says something, as it is where a program says what went wrong.
  static String ending(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return switch (lines.size()) {
      case 0 -> "nothing";
      case 1 -> shown(lines.getFirst());
      default -> lines.size() + " lines, the last one " + shown(lines.getLast());
    };
  }

  static String shown(String text) {
    var line = text.strip();
    return "'" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...") + "'";
  }

  private static String withoutLineEnd(String text) {
    return text.endsWith("\r\n")
        ? text.substring(0, text.length() - 2)
        : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
