package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Times TIMES = new Times(InstantSource.fixed(Views.NOW), ZoneOffset.UTC);
  private static final Optional<Earlier> BEFORE =
      Optional.of(
          new Earlier(
              Map.of(
                  "search", told(Standing.PASSED),
                  "export", told(Standing.FAILED),
                  "login", told(Standing.FAILED),
                  "health", told(Standing.PASSED))));

  private final RunView now =
      Views.of()
          .check("search", Standing.FAILED)
          .check("export", Standing.FAILED)
          .check("login", Standing.PASSED)
          .check("health", Standing.PASSED)
          .check("young", Standing.FAILED)
          .state(Views.tried("search", new Outcome.Failed("0 nodes")))
          .view();

  @Test
  void aRegressionStandsOutFromWhatWasAlwaysSo() {
    assertThat(now.steps())
        .extracting(step -> Comparison.of(step, BEFORE))
        .containsExactly(
            Comparison.NEW,
            Comparison.AS_BEFORE,
            Comparison.MENDED,
            Comparison.NOTHING,
            Comparison.NO_MATCH);
    assertThat(Comparison.whole(now, BEFORE, TIMES))
        .hasValue(
            "1 new failure, 1 as before, 1 failure with nothing to compare, 1 mended"
                + " (beside 1.4.2, 3 h ago)");
  }

  @Test
  void whatNobodyCouldTellIsNoFailureAndNoExcuseForOne() {
    var view =
        Views.of()
            .check("search", Standing.UNAVAILABLE)
            .check("health", Standing.INTERRUPTED)
            .check("export", Standing.INCONCLUSIVE)
            .check("young", Standing.UNAVAILABLE)
            .view();
    assertThat(view.steps())
        .extracting(step -> Comparison.of(step, BEFORE))
        .containsExactly(Comparison.NEW, Comparison.NOTHING, Comparison.UNTOLD, Comparison.UNTOLD);
    assertThat(Comparison.whole(view, BEFORE, TIMES))
        .hasValue("1 newly without an answer, 2 without an answer (beside 1.4.2, 3 h ago)");
  }

  @Test
  void aStepSaysWhatItWasThen() {
    assertThat(now.steps())
        .extracting(step -> Comparison.sentence(step, BEFORE, TIMES).orElse(""))
        .containsExactly(
            "New: it passed when this list was walked before, for 1.4.2 (3 h ago).",
            "Not new: it failed when this list was walked before, for 1.4.2 (3 h ago), too.",
            "Mended: it failed when this list was walked before, for 1.4.2 (3 h ago).",
            "",
            "Nothing to compare with: no walk before with the same parameters could tell of this"
                + " step.");
  }

  @Test
  void withoutAWalkBeforeNothingIsCalledNew() {
    assertThat(now.steps())
        .allSatisfy(step ->
            assertThat(Comparison.of(step, Optional.empty())).isEqualTo(Comparison.NOTHING));
    assertThat(Comparison.whole(now, Optional.empty(), TIMES)).isEmpty();
  }

  @Test
  void theListOfStepsMarksIt() {
    assertThat(StepRows.of(now, Views.NOW, BEFORE))
        .filteredOn(StepRow.Line.class::isInstance)
        .map(StepRow.Line.class::cast)
        .extracting(line -> line.marks().stream().map(StepRow.Mark::word).toList().toString())
        .containsExactly("[new, 41 s]", "[as before]", "[mended]", "[]", "[]");
  }

  @Test
  void everyFailureStandsInExactlyOneCountWhateverTheWalkBeforeTold() {
    for (var before : List.of(BEFORE, Optional.of(new Earlier(Map.of())))) {
      assertThat(now.steps())
          .filteredOn(step -> step.standing() == Standing.FAILED)
          .hasSize(3)
          .allSatisfy(step ->
              assertThat(Comparison.of(step, before))
                  .isIn(Comparison.NEW, Comparison.AS_BEFORE, Comparison.NO_MATCH));
    }
    assertThat(Comparison.whole(now, Optional.of(new Earlier(Map.of())), TIMES))
        .as("a walk that was given up, or was at another address")
        .hasValue("3 failures with nothing to compare");
  }

  @Test
  void severalWalksStandBesideThisOneByTheNewest() {
    var before =
        new Earlier(
            Map.of(
                "search",
                new Earlier.Told("1.4.1", Views.NOW.minus(Duration.ofDays(9)), Standing.PASSED),
                "export",
                told(Standing.FAILED)));
    assertThat(Comparison.whole(now, Optional.of(before), TIMES).orElseThrow())
        .endsWith("(beside 1.4.2 and before, 3 h ago)");
  }

  private static Earlier.Told told(Standing standing) {
    return new Earlier.Told("1.4.2", Views.NOW.minus(Duration.ofHours(3)), standing);
  }
}
