package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Checklist.Source;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RemovedStepsTest {
  private static final String NOW =
      """
      schema: plimsoll/checklist/v1
      id: a
      title: A
      category: release
      sections:
        - {id: s, title: S, steps: [{id: kept, title: Kept, ask: So?}, {id: new, title: New, ask: So?}]}
      """;

  @Test
  void whatTheEarlierTextHeldAndThisDoesNotIsNamedInOrder() {
    var earlier =
        """
        sections:
          - steps: [{id: second, verb-of-old: {}}, {id: kept}]
          - steps: [{id: first}, {id: second}, {title: no id}, text]
          - none
        """;
    assertThat(RemovedSteps.since(source(earlier), now())).containsExactly("second", "first");
  }

  @Test
  void nothingIsRemovedFromTheSameTextOrFromWhatIsNoYaml() {
    assertThat(RemovedSteps.since(source(NOW), now())).isEmpty();
    assertThat(RemovedSteps.since(source("["), now())).isEmpty();
  }

  private static Checklist now() {
    return Objects.requireNonNull(
        new ChecklistReader(FakeVerbs.ALL).read(source(NOW), new Findings()));
  }

  private static Source source(String text) {
    return Objects.requireNonNull(
        SourceFile.of("a.yaml", text.getBytes(StandardCharsets.UTF_8), new Findings()));
  }
}
