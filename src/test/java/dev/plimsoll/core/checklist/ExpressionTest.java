package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.checklist.Expression.Malformed;
import dev.plimsoll.core.checklist.Expression.Truth;
import dev.plimsoll.core.checklist.Expression.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionTest {
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("type", "patch"),
          Map.entry("version", "1.4.2"),
          Map.entry("branch", "hotfix/7"),
          Map.entry("count", "9007199254740993"),
          Map.entry("small", "0.10"),
          Map.entry("deploy", "true"),
          Map.entry("dry", "false"),
          Map.entry("word", "perhaps"),
          Map.entry("steps.unit.outcome", "PASSED"),
          Map.entry("blank", " "),
          Map.entry("many", "a".repeat(5000)));

  private static Value evaluate(String text) throws Malformed {
    return Expression.parse(text).evaluate(name -> Optional.ofNullable(VALUES.get(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type == \"patch\"|type is patch.",
        "type == patch|type is patch.",
        "type != 'minor'|type is patch.",
        "type in [\"patch\", \"minor\"]|type is patch.",
        "type not in [minor, major]|type is patch.",
        "count > 9007199254740992|count is 9007199254740993.",
        "count == 9007199254740993|count is 9007199254740993.",
        "small == 0.1|small is 0.10.",
        "small < 1|small is 0.10.",
        "small >= 0.1|small is 0.10.",
        "deploy|deploy is true.",
        "not dry|dry is false, needed true.",
        "exists(branch)|branch is hotfix/7.",
        "not exists(previousTag)|previousTag has no value.",
        "matches(branch, \"^hotfix/\")|branch is hotfix/7.",
        "steps.unit.outcome == PASSED|step unit is PASSED.",
        "type == minor or deploy|deploy is true.",
        "deploy and not (type == minor or dry)|deploy is true; type is patch, needed minor; dry is"
            + " false, needed true.",
        "deploy == true|deploy is true."
      })
  void whatHoldsIsTrueWithItsFacts(String text, String sentence) throws Malformed {
    assertThat(evaluate(text)).isEqualTo(new Value(Truth.TRUE, sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type == minor|type is patch, needed minor.",
        "type != patch|type is patch, needed anything but patch.",
        "type in [minor, major]|type is patch, needed one of minor, major.",
        "type not in [patch]|type is patch, needed none of patch.",
        "count < 9007199254740993|count is 9007199254740993, needed less than 9007199254740993.",
        "small > 0.1|small is 0.10, needed more than 0.1.",
        "small == \"0.1\"|small is 0.10, needed 0.1.",
        "dry|dry is false, needed true.",
        "exists(blank)|blank has no value.",
        "not deploy|deploy is true, which must not be.",
        "matches(branch, \"^release/\")|branch is hotfix/7, needed a match of ^release/.",
        "steps.scan.outcome == PASSED|step scan has no value, needed PASSED.",
        "deploy and type == minor|type is patch, needed minor.",
        "type == minor or dry|type is patch, needed minor; dry is false, needed true.",
        "word and dry|dry is false, needed true."
      })
  void whatDoesNotHoldIsFalseWithTheReason(String text, String sentence) throws Malformed {
    assertThat(evaluate(text)).isEqualTo(new Value(Truth.FALSE, sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "word > 3|word is perhaps, which is not a number.",
            "previousTag >= 1|previousTag has no value, which is not a number.",
        "word|word is perhaps, which is neither true nor false.",
            "word or dry|word is perhaps, which is neither true nor false.",
        "not word|word is perhaps, which is neither true nor false."
      })
  void whatCannotBeDecidedIsNeitherTrueNorFalse(String text, String sentence) throws Malformed {
    assertThat(evaluate(text)).isEqualTo(new Value(Truth.UNCLEAR, sentence));
  }

  @Test
  void aPatternThatExplodesIsUnclearInsteadOfEndless() throws Malformed {
    assertThat(evaluate("matches(many, \"(a+)+b\")").truth()).isEqualTo(Truth.UNCLEAR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type = patch|6|A single '=' is no comparison. Write '=='.",
        "a && b|3|'&' is no word of a condition. Write 'and'.",
        "!a|1|'!' is no word of a condition. Write 'not', or '!='.",
        "a == \"b|6|The quote is never closed. Close it.",
        "a ==|5|Here stands the end, expected a name, a number or a text in quotes. Correct the"
            + " condition.",
        "(a|3|Here stands the end, expected ')'. Correct the condition.",
        "a b|3|Here stands 'b', expected the end, 'and' or 'or'. Correct the condition.",
        "a in \"b\"|6|Here stands the text \"b\", expected '['. Correct the condition.",
        "a not b|7|Here stands 'b', expected 'in'. Correct the condition.",
        "\"a\"|4|Here stands the end, expected a comparison such as ==. Correct the condition.",
        "matches(a, b)|12|Here stands 'b', expected a regular expression in quotes. Correct the"
            + " condition.",
        "matches(a, \"(\")|12|'(' is no regular expression: Unclosed group at character 2. Correct"
            + " the regular expression.",
        "exists(\"a\")|8|Here stands the text \"a\", expected a name. Correct the condition.",
        "a == b == c|8|Here stands '==', expected the end, 'and' or 'or'. Correct the condition.",
        "a @ b|3|'@' is no part of a condition. Put texts in quotes.",
        "in == 1|1|Here stands 'in', expected a name, a number or a text in quotes. Correct the"
            + " condition."
      })
  void aMalformedConditionSaysWhere(String text, int character, String sentence) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed -> {
              assertThat(malformed.getMessage() + " " + malformed.next()).isEqualTo(sentence);
              assertThat(malformed.character()).isEqualTo(character);
            });
  }

  @Test
  void aBarIsNoWord() {
    assertThatThrownBy(() -> Expression.parse("a || b"))
        .hasMessage("'|' is no word of a condition.");
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThatThrownBy(() -> Expression.parse("(".repeat(400) + "a" + ")".repeat(400)))
        .hasMessage("The condition is nested deeper than 20 levels.");
    assertThatThrownBy(() -> Expression.parse("not ".repeat(100) + "a"))
        .hasMessage("The condition is nested deeper than 20 levels.");
    assertThatThrownBy(() -> Expression.parse("a or ".repeat(400) + "a"))
        .hasMessage("The condition has more than 1000 characters.");
  }

  @Test
  void theNamesItUsesAreKnown() throws Malformed {
    var expression =
        Expression.parse(
            "type == minor and steps.unit-tests.outcome == PASSED and not exists(url)");
    assertThat(expression.names())
        .containsExactlyInAnyOrder("type", "steps.unit-tests.outcome", "url");
    assertThat(expression.steps()).containsExactly("unit-tests");
  }
}
