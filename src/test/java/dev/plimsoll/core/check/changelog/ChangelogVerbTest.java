package dev.plimsoll.core.check.changelog;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangelogVerbTest {
  private static final String READY =
      """
      # Changelog

      ## [Unreleased]

      ## [1.5.0] - 2026-03-10

      ### Added

      - a door

      ## [1.4.0] - 2026-01-02

      - a window
      """;

  @TempDir Path root;
  private final ChangelogVerb verb = new ChangelogVerb();
  private Stage stage;

  @BeforeEach
  void prepare() {
    stage = new Stage(root);
  }

  @Test
  void passesAChangelogThatIsReady() throws Exception {
    write(READY);
    var conclusion = stage.carryOut(verb, map("unreleasedEmpty", true));
    assertThat(conclusion.outcome())
        .isEqualTo(new Outcome.Passed("1.5.0 of 2026-03-10; Unreleased empty; versions in order"));
    assertThat(conclusion.expected())
        .isEqualTo(
            "CHANGELOG.md: a dated section for this version, Unreleased empty, versions newest"
                + " first");
  }

  @Test
  void passesWithLineEndsOfWindows() throws Exception {
    write(READY.replace("\n", "\r\n"));
    assertThat(stage.carryOut(verb, "CHANGELOG.md").outcome()).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- 2026-03-10 | | CHANGELOG.md:5: The section for 1.5.0 has no date.",
        "2026-03-10 | TBD | CHANGELOG.md:5: 'TBD' is no date in the form YYYY-MM-DD.",
        "2026-03-10 | 2026-02-30 | CHANGELOG.md:5: '2026-02-30' is no day of the calendar.",
        "2026-03-10 | 2026-03-11 | CHANGELOG.md:5: The date 2026-03-11 is in the future; today is"
            + " 2026-03-10.",
        "[1.5.0] - | [1.5.1] - | CHANGELOG.md: There is no section for 1.5.0.",
        "- a door | | CHANGELOG.md:5: The section for 1.5.0 says nothing.",
        "2026-03-10 | 2026-03-10 [YANKED] | CHANGELOG.md:5: 1.5.0 is marked as withdrawn.",
        "[1.4.0] | [1.6.0] | CHANGELOG.md:11: 1.6.0 stands below 1.5.0, and is newer.",
        "[1.4.0] | [1.5.0] | CHANGELOG.md:11: 1.5.0 has a section already, on line 5."
      })
  void namesTheLineOfWhatIsWrong(String good, String bad, String message) throws Exception {
    write(READY.replace(good, bad == null ? "" : bad));
    var outcome = stage.carryOut(verb, map()).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings()).first().asString().startsWith(message);
  }

  @Test
  void refusesWhatStillStandsUnderUnreleased() throws Exception {
    write(READY.replace("## [Unreleased]\n", "## [Unreleased]\n### Fixed\n- a leak\n"));
    var outcome = stage.carryOut(verb, map("unreleasedEmpty", true)).outcome();
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "CHANGELOG.md:5: The Unreleased section still says: - a leak Move it to the section of"
                + " this version.");
    write(READY.replace("## [Unreleased]\n", ""));
    assertThat(stage.carryOut(verb, map("unreleasedEmpty", true)).outcome().observed())
        .isEqualTo("no Unreleased section");
  }

  @Test
  void warnsOfGroupsAndHeadingsThatAreUnusual() throws Exception {
    write(READY.replace("### Added", "### Fixes") + "\n## Ancient history\n\n- fire\n");
    var outcome = stage.carryOut(verb, map()).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "CHANGELOG.md:15: 'Ancient history' names no version.",
            "CHANGELOG.md:7: 'Fixes' is no group of Keep a Changelog. Did you mean 'Fixed'?");
  }

  @Test
  void failsWithoutAFileOrWithoutText() throws Exception {
    assertThat(stage.carryOut(verb, map("file", "docs\\CHANGES.md")).outcome())
        .isInstanceOf(Outcome.Failed.class)
        .satisfies(outcome ->
            assertThat(outcome.findings())
                .first()
                .asString()
                .startsWith("docs/CHANGES.md: The file docs/CHANGES.md is not there."));
    write("");
    assertThat(stage.carryOut(verb, map()).outcome().observed()).isEqualTo("no section for 1.5.0");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(verb, map("file", "/etc/x"), null))
        .singleElement()
        .asString()
        .contains("absolute path");
    assertThat(Stage.lint(verb, map("section", false, "order", false), null))
        .singleElement()
        .asString()
        .contains("looks at nothing");
    assertThat(Stage.lint(verb, map("unreleased", true), null))
        .singleElement()
        .asString()
        .contains("Unknown key 'unreleased'");
  }

  private void write(String text) throws IOException {
    Files.writeString(root.resolve("CHANGELOG.md"), text, StandardCharsets.UTF_8);
  }
}
