package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTextTest {
  private static final String TEXT =
      """
      # Testing

      Before.

      ## When tests fail (often)

      Look at the log.

      ### Really

      Do.

      ## Something else

      Not this.
      """;

  @Test
  void anAnchorNamesItsSectionWithEverythingBelowIt() {
    assertThat(HelpText.section(TEXT, "when-tests-fail-often"))
        .startsWith("## When tests fail (often)")
        .contains("### Really", "Do.")
        .doesNotContain("Before.", "Not this.");
  }

  @Test
  void anAnchorThatIsNotThereShowsTheWholeText() {
    assertThat(HelpText.section(TEXT, "nowhere")).isEqualTo(TEXT);
  }
}
