package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.checklist.ChecklistDifference.Added;
import dev.plimsoll.core.checklist.ChecklistDifference.Changed;
import dev.plimsoll.core.checklist.ChecklistDifference.Moved;
import dev.plimsoll.core.checklist.ChecklistDifference.Removed;
import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ChecklistDifferenceTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: a
      title: A
      sections:
        - id: one
          title: One
          steps:
            - {id: unit, title: Unit, command: {run: [pytest, -v], timeout: 15m}, killer: true}
            - {id: lint, title: Lint, command: ruff}
            - {id: look, title: Look, ask: So?, optional: true}
        - id: two
          title: Two
          steps:
            - {id: last, title: Last, ask: So?}
      """;

  @Test
  void theSameStepsInAnotherSpellingAreNoDifference() {
    var other =
        LIST.replace("title: A", "title: \"A\"  # a comment")
            .replace(
                "{id: lint, title: Lint, command: ruff}", "{command: ruff, title: Lint, id: lint}");
    assertThat(between(LIST, other).isEmpty()).isTrue();
    assertThat(between(LIST, other).summary()).isEmpty();
  }

  @Test
  void aRemovedStepIsCalledOutFirst() {
    var less = without(LIST, "id: look").replace("title: Unit", "title: Units");
    var difference = between(LIST, without(less, "id: lint"));
    assertThat(difference.changes())
        .containsExactly(
            new Removed("lint", "Lint", true),
            new Removed("look", "Look", false),
            new Changed("unit", "title", "Unit", "Units"));
    assertThat(difference.removed()).containsExactly("lint", "look");
    assertThat(difference.summary()).isEqualTo("2 steps removed, 1 changed");
    assertThat(difference.changes().getFirst().words()).isEqualTo("removed: lint (Lint)");
  }

  @Test
  void anAddedStepIsNoMoveOfTheOthers() {
    var more =
        LIST.replace(
            "      - {id: lint", "      - {id: new, title: New, ask: So?}\n      - {id: lint");
    assertThat(between(LIST, more).changes()).containsExactly(new Added("new", "New", "one"));
    assertThat(between(LIST, more).summary()).isEqualTo("1 step added");
  }

  @Test
  void aKeyIsNamedWithItsOldAndItsNewValue() {
    var other =
        LIST.replace("timeout: 15m", "timeout: 1h")
            .replace("[pytest, -v]", "[pytest, -q]")
            .replace(", killer: true", "")
            .replace("command: ruff}", "command: ruff, maxAge: 2h}");
    assertThat(between(LIST, other).changes())
        .containsExactly(
            new Changed("unit", "command.run", "[pytest, -v]", "[pytest, -q]"),
            new Changed("unit", "command.timeout", "15m", "1h"),
            new Changed("unit", "killer", "true", null),
            new Changed("lint", "maxAge", null, "2h"));
    assertThat(between(LIST, other).changes().getLast().words())
        .isEqualTo("changed: lint, maxAge: (not there) \u2192 2h");
    assertThat(between(LIST, other).summary()).isEqualTo("2 steps changed");
  }

  @Test
  void whatAsksForLessThanBeforeIsToldApart() {
    var looser =
        LIST.replace(", killer: true", "")
            .replace("command: ruff}", "command: ruff, deferrable: {maxDays: 7}}")
            .replace("id: last, title: Last, ask: So?", "id: last, title: End, ask: So?");
    assertThat(between(LIST, looser).changes())
        .filteredOn(ChecklistDifference.Change::loosens)
        .extracting(ChecklistDifference.Change::words)
        .containsExactly(
            "changed: unit, killer: true \u2192 (not there)",
            "changed: lint, deferrable: (not there) \u2192 {maxDays: 7}");
    assertThat(between(looser, LIST).changes()).noneMatch(ChecklistDifference.Change::loosens);
  }

  @Test
  void aStepThatMovedSaysWhereItStoodAndWhereItStands() {
    var swapped =
        without(LIST, "id: unit")
            .replace(
                "      - {id: look",
                "      - {id: unit, title: Unit, command: {run: [pytest, -v], timeout: 15m},"
                    + " killer: true}\n"
                    + "      - {id: look");
    assertThat(between(LIST, swapped).changes())
        .containsExactly(new Moved("unit", "the first place", "behind lint"));
    var elsewhere =
        without(LIST, "id: look") + "      - {id: look, title: Look, ask: So?, optional: true}\n";
    assertThat(between(LIST, elsewhere).changes()).containsExactly(new Moved("look", "one", "two"));
  }

  @Test
  void whatStandsAroundTheStepsCountsToo() {
    var other = LIST.replace("title: Two", "title: The second").replace("title: A", "title: B");
    var difference = between(LIST, other);
    assertThat(difference.changes())
        .containsExactly(
            new Changed("", "title", "A", "B"),
            new Changed("", "section two: title", "Two", "The second"));
    assertThat(difference.summary()).isEqualTo("what stands around the steps changed");
  }

  @Test
  void aTextAndANumberThatLookAlikeAreDifferent() {
    var number = LIST.replace("optional: true", "optional: true, role: 1");
    var text = LIST.replace("optional: true", "optional: true, role: \"1\"");
    assertThat(between(number, text).changes())
        .containsExactly(new Changed("look", "role", "1", "\"1\""));
  }

  @Test
  void whatIsNoYamlIsToldAndNotTakenForEmpty() {
    assertThatThrownBy(() -> between("[", LIST))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("a.yaml is no checklist");
    assertThatThrownBy(() -> between(LIST, "words")).isInstanceOf(Problem.class);
  }

  private static String without(String list, String part) {
    return list.lines()
        .filter(line -> !line.contains(part))
        .reduce("", (text, line) -> text + line + "\n");
  }

  private static ChecklistDifference between(String before, String after) {
    return ChecklistDifference.of(source(before), source(after));
  }

  private static Source source(String text) {
    return Objects.requireNonNull(
        SourceFile.of("a.yaml", text.getBytes(StandardCharsets.UTF_8), new Findings()));
  }
}
