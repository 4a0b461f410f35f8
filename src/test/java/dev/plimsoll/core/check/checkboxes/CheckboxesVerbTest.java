package dev.plimsoll.core.check.checkboxes;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckboxesVerbTest {
  private static final String LIST =
      """
      # Acceptance

      ## Licences

      - [x] Solar charts may be shipped (Ada, 2026-03-01), see [letter](letters/solar.md)
      - [x] Atlas of places may be shipped @grace, see `letters/atlas.md`
        - [x] every continent (ada, 2026-03-02) [letter](letters/atlas.md)

      ## Later

      - [ ] Moon charts
      """;

  @TempDir Path temp;
  private final CheckboxesVerb verb = new CheckboxesVerb();
  private Path root;
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    stage = new Stage(root);
    write("docs/list.md", LIST);
    write("docs/letters/solar.md", "");
    write("docs/letters/atlas.md", "");
  }

  @Test
  void passesWhereAllIsTickedWithEvidenceByMoreThanOne() throws Exception {
    assertThat(
            judge(
                map(
                    "in",
                    "docs/list.md#licences",
                    "people",
                    2,
                    "evidence",
                    true,
                    "items",
                    List.of("solar charts", "Atlas"))))
        .isEqualTo(
            new Outcome.Passed(
                "3 of 3 ticked; all of solar charts, Atlas in the list; by ada, grace; evidence of"
                    + " what is ticked"));
  }

  @Test
  void namesBoxesThatAreNotTicked() throws Exception {
    var outcome = judge("docs/list.md");
    assertThat(outcome.observed()).isEqualTo("3 of 4 ticked");
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly("docs/list.md:11: 'Moon charts' is not ticked. Do it, and tick it.");
    assertThat(judge(map("in", "docs/list.md", "ticked", false)))
        .isEqualTo(new Outcome.Passed("3 of 4 ticked"));
  }

  @Test
  void seesThatEveryBoxWasTickedByTheSameHand() throws Exception {
    write("a.md", "- [x] one (ada, 2026-03-01)\n- [x] two (Ada, 2026-03-01)\n- [x] three\n");
    assertThat(judge(map("in", "a.md", "people", 2)).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "a.md:3: 'three' does not say who ticked it. Add (name, YYYY-MM-DD).",
            "a.md:1: Every box was ticked by the same hand: ada. Let somebody else look as well.");
    write("a.md", "- [x] one (ada, 2026-03-01)\n- [x] two @ada\n");
    assertThat(judge(map("in", "a.md", "by", true))).isInstanceOf(Outcome.Warned.class);
    assertThat(judge(map("in", "a.md", "by", "@(\\w+)")))
        .as("the checklist's own form")
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void namesWhatHasNoEvidenceOrAWrongDate() throws Exception {
    write(
        "a.md",
        "- [x] one\n- [x] two [log](gone.log)\n- [x] three `out/gone.txt`\n"
            + "- [x] four [web](https://example.org/log) 2026-02-30\n"
            + "- [x] five [web](https://example.org/log) 2027-01-01\n");
    assertThat(judge(map("in", "a.md", "evidence", true)).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "a.md:1: 'one' has no evidence. Add a link or a path in backticks.",
            "a.md:2: 'two log' refers to gone.log, which is not there. Correct the link.",
            "a.md:3: 'three out/gone.txt' names out/gone.txt, which is not there. Correct the"
                + " path.",
            "a.md:4: 'four web 2026-02-30' bears 2026-02-30, which is no day of the calendar."
                + " Correct it.",
            "a.md:5: 'five web 2027-01-01' bears the date 2027-01-01, which is yet to come."
                + " Correct it.");
  }

  @Test
  void namesItemsThatTheListLacks() throws Exception {
    assertThat(
            judge(map("in", "docs/list.md#licences", "items", List.of("Solar", "Pluto")))
                .findings())
        .extracting(Finding::message)
        .containsExactly("No box of docs/list.md#licences speaks of 'Pluto'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Your contact]",
        "[Insert name here]",
        "2024-01-XX",
        "YYYY-MM-DD",
        "your-secret-here",
        "TBD",
        "TODO",
        "TODO: ask",
        "<...>",
        "<name>",
        "change-me"
      })
  void recognisesWhatWasNeverFilledIn(String placeholder) throws Exception {
    write("a.md", "- [x] asked " + placeholder + "\n");
    assertThat(judge("a.md").observed()).isEqualTo("placeholders left");
    assertThat(judge(map("in", "a.md", "placeholders", false))).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[name of it](b.md)",
        "2024-01-20",
        "todo lists",
        "<br>",
        "a < b > c",
        "no TODO left"
      })
  void leavesOrdinaryWordsAlone(String words) throws Exception {
    write("a.md", "- [x] asked " + words + " and done\n");
    assertThat(judge("a.md")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void knowsThePlaceholdersOfTheChecklist() throws Exception {
    write("a.md", "- [x] ask Mister X\n");
    assertThat(judge(map("in", "a.md", "placeholders", "Mister X")).findings())
        .extracting(Finding::toString)
        .containsExactly("a.md:1: 'ask Mister X' still says Mister X. Fill it in.");
  }

  @Test
  void holdsTheCountAgainstWhatAnOverviewSays() throws Exception {
    write("plan/1.md", "- [x] a\n- [x] b\n");
    write("plan/2.md", "- [x] c\n- [ ] d\n");
    write(
        "overview.md",
        "# Overview\n\n## Tasks\n\n| Done |\n|---|\n| 4/4 tasks |\n\n## Phases\n\n1 of 2\n");
    var tasks = map("equals", "overview.md#tasks");
    var phases = map("equals", "overview.md#phases", "of", "files");
    var outcome = judge(map("in", "plan/*.md", "ticked", false, "count", List.of(tasks, phases)));
    assertThat(outcome.observed()).isEqualTo("boxes 3/4, not 4/4");
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "overview.md:7: It says 4/4; counted were 3/4 boxes. Correct the figure, or the"
                + " boxes.");
    write("overview.json", "{\"done\": 4}\n");
    var figure = map("equals", "overview.json", "matches", "\"done\": (\\d+)");
    assertThat(judge(map("in", "plan/*.md", "ticked", false, "count", figure)))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void wantsTheCommitOfWhatIsTicked() throws Exception {
    var repository = TestRepository.init(root).write("src/a.py", "a");
    var first = repository.commit("first");
    var second = repository.write("src/b.py", "b").commit("second").substring(0, 9);
    write(
        "plan.md",
        "- [x] one `src/a.py` "
            + first
            + "\n- [x] two `src/a.py` `"
            + second
            + "`\n- [x] three\n- [x] four 0123456789\n- [ ] five\n");
    assertThat(judge(map("in", "plan.md", "ticked", false, "commits", true)).findings())
        .extracting(Finding::message)
        .containsExactly(
            "'two src/a.py " + second + "' names src/a.py, which " + second + " did not change.",
            "'three' names no commit.",
            "'four 0123456789' names the commit 0123456789, which this repository does not hold.");
  }

  @Test
  void wantsTablesOfContactsFilled() throws Exception {
    write(
        "ops.md",
        """
        # Emergency contacts
        | Role | Name | Phone |
        |---|---|---|
        | Lead | Ada | 1 |
        | Ops | [Your contact] | 2 |
        | Vendor | Grace | |
        """);
    var rule = map("file", "ops.md", "heading", "Emergency contacts", "atLeast", 2);
    assertThat(judge(map("filled", rule)).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "ops.md:5: Name still says [Your contact]. Fill it in.",
            "ops.md:6: Nothing stands under Phone. Fill it in.",
            "ops.md:2: Expected at least 2 filled rows, saw 1. Fill them in.");
    write("ops.md", "# Contacts\n\n| Role | Name |\n|---|---|\n| a | b |\n| c | d |\n");
    assertThat(
            judge(map("filled", map("file", "ops.md#contacts", "columns", "Name", "atLeast", 2))))
        .isEqualTo(new Outcome.Passed("2 of 2 rows filled in ops.md#contacts"));
  }

  @Test
  void neverPassesOnNothing() throws Exception {
    write("a.md", "# Acceptance\n\n* an item\n\n```\n- [x] code\n```\n");
    assertThat(judge("a.md")).isInstanceOf(Outcome.Failed.class);
    assertThat(judge("a.md#gone")).isInstanceOf(Outcome.Unavailable.class);
    assertThat(judge("gone.md")).isInstanceOf(Outcome.Unavailable.class);
    assertThat(judge(map("filled", map("file", "a.md")))).isInstanceOf(Outcome.Unavailable.class);
    write("b.md", "- [x] one\n");
    assertThat(judge(map("in", "b.md", "count", map("equals", "a.md"))))
        .as("no figure")
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(judge(map("in", "b.md", "atLeast", 2))).isInstanceOf(Outcome.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by", "evidence", "commits"})
  void findsNothingBehindBoxesWhereNoneIsTicked(String demand) throws Exception {
    write("none.md", "- [ ] one\n- [ ] two\n");
    assertThat(judge(map("in", "none.md", "ticked", false))).isInstanceOf(Outcome.Passed.class);
    var outcome = judge(map("in", "none.md", "ticked", false, demand, true));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "none.md:1: No box is ticked, so nobody and nothing stands behind one. Tick what was"
                + " done, and say by whom or with what.");
    assertThat(judge(map("in", "none.md", "ticked", false, "people", 2)))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void countsABoxOnceWherePlacesOverlap() throws Exception {
    write("plan/a.md", "# Tasks\n- [x] one\n- [x] two\n");
    var outcome = judge(map("in", List.of("plan/*.md", "plan/a.md#tasks"), "atLeast", 3));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("2 boxes");
  }

  @Test
  void readsFilesWhoseLinesEndInAReturnAlone() throws Exception {
    write("old.md", "# Tasks\r\r- [x] one\r- [ ] TBD\r");
    assertThat(judge("old.md").findings())
        .extracting(finding -> String.valueOf(finding.at()))
        .containsOnly("old.md:4");
  }

  @Test
  void doesNotTakeAnExpressionThatGivesUpForNoPlaceholder() throws Exception {
    write("long.md", "- [x] " + "a".repeat(4000) + "!\n");
    assertThat(judge(map("in", "long.md", "placeholders", List.of("(a*)*(a*)*b"))))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void isLinted() {
    assertThat(Stage.lint(verb, map("people", 2), null))
        .containsExactly(
            "checklist.yaml:1:1: It is not said where the boxes stand. Add in: FILE.md#heading");
    assertThat(Stage.lint(verb, map("in", "a.md", "by", "("), null))
        .singleElement()
        .asString()
        .contains("'(' is no regular expression");
    assertThat(Stage.lint(verb, "../a.md", null)).singleElement().asString().contains("leads out");
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
