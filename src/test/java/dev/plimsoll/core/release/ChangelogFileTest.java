package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.release.ChangelogFile.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangelogFileTest {
  private static final String TEXT =
      """
      # Changelog

      All notable changes.

      ## [Unreleased]

      ## [1.1.0] - 2026-11-03

      ### Added

      - A window.

      ```
      ## not a heading
      ```

      ## [1.0.0](https://example.org/1.0.0) - 2026-01-31 [YANKED]

      - First.

      [Unreleased]: https://example.org/compare
      [1.1.0]: https://example.org/1.1.0
      """;

  @Test
  void sectionsAreReadWithTheirLines() {
    var log = ChangelogFile.parse("CHANGELOG.md", TEXT);
    assertThat(log.sections())
        .extracting(ChangelogFile.Section::version)
        .containsExactly("Unreleased", "1.1.0", "1.0.0");
    assertThat(log.sections()).extracting(ChangelogFile.Section::line).containsExactly(5, 7, 17);
    assertThat(log.sections())
        .extracting(ChangelogFile.Section::yanked)
        .containsExactly(false, false, true);
    assertThat(log.newest().orElseThrow().date()).isEqualTo("2026-11-03");
    assertThat(log.section("1.0.0").orElseThrow().date()).isEqualTo("2026-01-31");
    assertThat(log.section("1.1.0").orElseThrow().groups()).containsExactly(new Line(9, "Added"));
    assertThat(log.section("1.1.0").orElseThrow().entries().getFirst())
        .isEqualTo(new Line(11, "- A window."));
  }

  @Test
  void anEmptyUnreleasedSectionHasNoEntries() {
    var log = ChangelogFile.parse("CHANGELOG.md", TEXT);
    assertThat(log.unreleased().orElseThrow().entries()).isEmpty();
    var pending = ChangelogFile.parse("c", "## Unreleased\n### Added\n- x\n");
    assertThat(pending.unreleased().orElseThrow().entries()).containsExactly(new Line(3, "- x"));
  }

  @Test
  void linkDefinitionsAreNotContent() {
    assertThat(ChangelogFile.parse("c", TEXT).section("1.0.0").orElseThrow().text())
        .isEqualTo("- First.");
  }

  @Test
  void windowsLineEndingsReadTheSame() {
    assertThat(ChangelogFile.parse("c", TEXT.replace("\n", "\r\n")))
        .isEqualTo(ChangelogFile.parse("c", TEXT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "[v1.1.0] - 2026-11-03|1.1.0|2026-11-03", "1.1.0 - 2026-11-03|1.1.0|2026-11-03",
            "v1.1.0 (2026-11-03)|1.1.0|2026-11-03",
        "[1.1.0] \u2013 TBD|1.1.0|TBD", "[1.1.0]|1.1.0|-",
            "[1.1.0-rc.1] - 2026-02-30|1.1.0-rc.1|2026-02-30",
        "1.1.0: November|1.1.0|November", "[Unreleased]|Unreleased|-",
            "[1.1.0] 2026-11-03|1.1.0|2026-11-03"
      })
  void headingsOfAllKindsAreTakenApart(String heading, String version, String date) {
    var section = ChangelogFile.parse("c", "## " + heading + "\n").sections().getFirst();
    assertThat(section.heading()).isEqualTo(heading);
    assertThat(section.version()).isEqualTo(version);
    assertThat(section.date()).isEqualTo(date);
  }

  @Test
  void anyTextIsRead() {
    assertThat(ChangelogFile.parse("c", "").sections()).isEmpty();
    assertThat(ChangelogFile.parse("c", "##\n## \n###\n").sections()).hasSize(2);
  }
}
