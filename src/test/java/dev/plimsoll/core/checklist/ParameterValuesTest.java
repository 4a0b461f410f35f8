package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterValuesTest {
  private static final Checklist CHECKLIST =
      new Checklist(
          "smoke",
          "Smoke",
          new Checklist.Form(
              Checklist.Category.SMOKE, Checklist.Mode.DO_CONFIRM, Checklist.Order.FREE),
          List.of(
              parameter("url", Parameter.Type.URL, "http://localhost"),
              parameter("count", Parameter.Type.NUMBER, null),
              parameter("out", Parameter.Type.PATH, "out\\x")),
          List.of(),
          new Checklist.Source("x", "", ""));

  @Test
  void defaultsCompleteWhatIsGiven() {
    assertThat(ParameterValues.of(CHECKLIST, Map.of("count", "3")))
        .isEqualTo(Map.of("url", "http://localhost", "count", "3", "out", "out/x"));
  }

  @Test
  void whatIsMissingUnknownOrWrongIsAProblem() {
    assertProblem(
        Map.of(),
        "Checklist smoke not opened: The parameter 'count' has no value. Give it with --set"
            + " count=VALUE.");
    assertProblem(
        Map.of("cuont", "3"),
        "Checklist smoke not opened: It has no parameter 'cuont'. Did you mean 'count'?");
    assertProblem(
        Map.of("count", "three"),
        "Checklist smoke not opened: The parameter 'count' must be a number, not 'three'. Correct"
            + " --set count=VALUE.");
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 1, true",
    "NUMBER, -1.50, true",
    "NUMBER, 1e3, false",
    "NUMBER, '', false",
    "BOOLEAN, true, true",
    "BOOLEAN, yes, false",
    "URL, https://example.org/x, true",
    "URL, /x, false",
    "URL, mailto:a, false",
    "URL, 'http://a b', false",
    "PATH, a\\b, true",
    "PATH, ' ', false",
    "CHOICE, b, true",
    "CHOICE, c, false",
    "TEXT, '', true"
  })
  void aValueMustHaveTheFormOfItsType(Parameter.Type type, String value, boolean fits) {
    var parameter = new Parameter("x", type, null, List.of("a", "b"), null);
    assertThat(ParameterValues.mistake(parameter, value) == null).isEqualTo(fits);
  }

  private static void assertProblem(Map<String, String> given, String message) {
    assertThatThrownBy(() -> ParameterValues.of(CHECKLIST, given))
        .isInstanceOf(Problem.class)
        .hasMessage(message);
  }

  private static Parameter parameter(String name, Parameter.Type type, @Nullable String byDefault) {
    return new Parameter(name, type, byDefault, List.of(), null);
  }
}
