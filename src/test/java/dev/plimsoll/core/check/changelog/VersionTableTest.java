package dev.plimsoll.core.check.changelog;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTableTest {
  @TempDir Path root;
  private final ChangelogVerb verb = new ChangelogVerb();

  @Test
  void passesATableThatTellsOfThisVersion() throws Exception {
    write(
        "RUNBOOK.md",
        """
        # Runbook

        | Step | Date |
        |---|---|
        | a | TBD |

        ## Version history

        | Version | Date | Changes |
        |---|---|---|
        | v1.5.0 | 2026-03-10 | A door |
        | 1.4.0 | 2026-01-02 | A window |
        """);
    assertThat(judge(table("Version history")))
        .isEqualTo(new Outcome.Passed("2 versions in RUNBOOK.md"));
  }

  @Test
  void namesEveryRowThatIsNotReady() throws Exception {
    write(
        "RUNBOOK.md",
        """
        ## Version history

        | Version | Date | Changes |
        |---|---|---|
        | 1.4.0 | 2024-01-XX | A window |
        | 1.3.0 | 2026-02-30 | TBD |
        |  | 2027-01-01 | Something |
        """);
    var outcome = judge(table("Version history"));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(texts(outcome))
        .containsExactly(
            "RUNBOOK.md:5: 1.4.0: '2024-01-XX' is no date in the form YYYY-MM-DD. Write the day of"
                + " the release.",
            "RUNBOOK.md:6: 1.3.0: '2026-02-30' is no date in the form YYYY-MM-DD. Write the day of"
                + " the release.",
            "RUNBOOK.md:6: 1.3.0: It is not said what changed. Say it.",
            "RUNBOOK.md:7: This row names no version. Name it, or remove the row.",
            "RUNBOOK.md:7: The date 2027-01-01 is in the future; today is 2026-03-10. Write the"
                + " day of the release.",
            "RUNBOOK.md:3: The table has no row for 1.5.0. Add it: | 1.5.0 | 2026-03-10 | ... |");
  }

  @Test
  void failsWhereTheTableIsMissing() throws Exception {
    assertThat(judge(table("History")).observed()).isEqualTo("no RUNBOOK.md");
    write("RUNBOOK.md", "# Runbook\n");
    assertThat(judge(table("History")).observed()).isEqualTo("no table of versions");
  }

  @Test
  void wantsADateForEveryVersionWhereAsked() throws Exception {
    write(
        "CHANGELOG.md",
        """
        ## [Unreleased]
        ## [v1.5.0] - 2026-03-10
        - a
        ## [v1.4.0] - TBD
        ## 1.3.0
        ## [1.4.0] - 2026-01-02
        """);
    var outcome = judge(map("dates", true, "order", false));
    assertThat(texts(outcome))
        .containsExactly(
            "CHANGELOG.md:4: 'TBD' is no date in the form YYYY-MM-DD. Write the day of the release:"
                + " 2026-03-10",
            "CHANGELOG.md:5: The section for 1.3.0 has no date. Add it: - 2026-03-10",
            "CHANGELOG.md:6: 1.4.0 has a section already, on line 4. Make one of them.");
  }

  private static Object table(String heading) {
    return map("table", map("file", "RUNBOOK.md", "heading", heading));
  }

  private Outcome judge(Object rules) throws InterruptedException {
    return new Stage(root).carryOut(verb, rules).outcome();
  }

  private static List<String> texts(Outcome outcome) {
    return outcome.findings().stream().map(Finding::toString).toList();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text);
  }
}
