package dev.plimsoll.core.check.snapshot;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Nodes;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotVerbTest {
  private static final String MATRIX =
      """
      # Compatibility

      ## Matrix

      | Module | Channel | Profiles |
      |---|---|---|
      | transits | natal | all |
      | transits | mundane | n/a |
      | returns | solar | base, vedic |
      """;

  @TempDir Path temp;
  private final SnapshotVerb verb = new SnapshotVerb();
  private TestRepository sample;
  private Stage stage;

  @BeforeEach
  void releaseOnce() {
    sample = TestRepository.init(temp.resolve("sample")).write("docs/matrix.md", MATRIX);
    sample.commit("first");
    sample.git("tag", "v1.4.0");
    stage = new Stage(sample.root());
  }

  @Test
  void listsRowsThatWereAdded() throws InterruptedException {
    sample.write("docs/matrix.md", MATRIX + "| returns | lunar | all |\n");
    var outcome = judge(matrix());
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).isEqualTo("4 rows; 3 rows as at v1.4.0, 1 added");
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly("docs/matrix.md:10: The row returns / lunar is new since v1.4.0.");
  }

  @Test
  void refusesRowsThatWereRemovedOrAltered() throws InterruptedException {
    sample.write(
        "docs/matrix.md",
        MATRIX.replace("| transits | mundane | n/a |\n", "").replace("base, vedic", "base"));
    var outcome = judge(matrix());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("1 removed and 1 altered since v1.4.0");
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "docs/matrix.md: The row transits / mundane of line 8 at v1.4.0 was removed. Put it"
                + " back.",
            "docs/matrix.md:8: The row returns / solar was altered since v1.4.0: Profiles was"
                + " 'base, vedic', is 'base'. Put it back, and add a row instead.");
  }

  @Test
  void seesAColumnThatWentAndTwoRowsOfOneName() throws InterruptedException {
    sample.write(
        "docs/matrix.md",
        "## Matrix\n\n"
            + "| Module | Channel |\n"
            + "|---|---|\n"
            + "| transits | natal |\n"
            + "| transits | natal |\n");
    assertThat(judge(matrix()).findings())
        .extracting(Finding::message)
        .contains(
            "transits / natal stands at docs/matrix.md:5 already.",
            "The row transits / natal was altered since v1.4.0: Profiles is no longer there.");
  }

  @Test
  void letsARemovalPassThatSomebodyApproved() throws InterruptedException {
    sample.write("pyproject.toml", extras("maps = [\"cartopy\"]\ndev = [\"pytest\"]"));
    sample.write("extras.toml", "");
    sample.commit("extras");
    sample.git("tag", "v1.4.1");
    sample.write("pyproject.toml", extras("dev = [\"pytest\"]"));
    sample.write(
        "docs/governance.md",
        "# Removals\n\n| Extra | Approver | Date | Ref |\n|---|---|---|---|\n"
            + "| Maps | Ada | 2026-03-01 | GOV-7 |\n");
    var check =
        map(
            "of",
            "pyproject.toml#project.optional-dependencies",
            "as",
            "requirements",
            "appendOnly",
            map(
                "approvedIn",
                map(
                    "file",
                    "docs/governance.md#removals",
                    "item",
                    "Extra",
                    "who",
                    "Approver",
                    "when",
                    "Date",
                    "ref",
                    "Ref")));
    var outcome = judge(check);
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "docs/governance.md:5: The removal of maps was approved by Ada on 2026-03-01: GOV-7.");
    sample.write(
        "docs/governance.md",
        "# Removals\n\n| Extra | Approver | Date | Ref |\n|---|---|---|---|\n"
            + "| Maps | Ada | soon | GOV-7 |\n");
    assertThat(judge(check)).as("an approval without a day").isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void cannotTellWithoutAnEarlierRelease() throws InterruptedException {
    sample.git("tag", "-d", "v1.4.0");
    assertThat(judge(matrix())).isInstanceOf(Outcome.Inconclusive.class);
    var first =
        map(
            "of",
            "docs/matrix.md#matrix",
            "appendOnly",
            map("key", List.of("Module", "Channel"), "first", "allowed"));
    var outcome = judge(first);
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("There is no release before this one. Nothing was compared.");
  }

  @Test
  void comparesWithANamedFile() throws InterruptedException {
    sample.write("old.txt", "# modules\na.b\na.c\n").write("new.txt", "a.b\na.d\n");
    assertThat(judge(map("of", "new.txt", "appendOnly", map("against", "old.txt"))).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "new.txt: The row a.c of line 3 at old.txt was removed. Put it back.",
            "new.txt:2: The row a.d is new since old.txt.");
  }

  @Test
  void holdsATableAgainstPyproject() throws InterruptedException {
    sample.write(
        "pyproject.toml",
        extras(
            "\"Big.Data\" = [\"PyArrow>=14,<16\", \"pandas [Excel] >= 2\"]\ndev = [\"pytest\"]"));
    sample.write(
        "docs/plan.md",
        """
        ## Extras
        | Extra | Dependencies | Purpose |
        |---|---|---|
        | `big-data` | pandas[excel]>=2, pyarrow<16,>=14 | tables |
        | `maps` | cartopy | maps |
        | `dev` | `pytest`, `ruff` | development |
        """);
    var table = map("table", "docs/plan.md#extras", "name", "Extra", "members", "Dependencies");
    var outcome =
        judge(
            map(
                "of",
                table,
                "as",
                "requirements",
                "equals",
                map("other", "pyproject.toml#project.optional-dependencies", "by", "members")));
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "docs/plan.md:5: maps is in docs/plan.md#extras and not in"
                + " pyproject.toml#project.optional-dependencies. Add it there, or remove it here.",
            "docs/plan.md:6: dev has ruff here and not in"
                + " pyproject.toml#project.optional-dependencies. Make them the same.");
  }

  @Test
  void holdsDependenciesByNameAlone() throws InterruptedException {
    sample.write(
        "pyproject.toml",
        "[project]\ndependencies = [\n  \"NumPy>=1.26\",\n  \"python_dateutil\"\n]\n");
    sample.write(
        "requirements.txt", "# core\nnumpy==1.26.4  # pinned\npython-dateutil\n-r x.txt\n");
    var check =
        map(
            "of",
            "requirements.txt",
            "as",
            "requirement-names",
            "equals",
            "pyproject.toml#project.dependencies");
    assertThat(judge(check)).isInstanceOf(Outcome.Passed.class);
    sample.write("requirements.txt", "numpy\n");
    assertThat(judge(check).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "pyproject.toml:4: python_dateutil is in pyproject.toml#project.dependencies and not"
                + " in requirements.txt. Add it there, or remove it here.");
  }

  @Test
  void expandsBracesAndAcceptsAllAndNone() throws InterruptedException {
    sample.write("registry.json", "{\"a\": [\"x.b\", \"x.c\"], \"n\": [], \"w\": [\"y\"]}");
    sample.write(
        "docs/registry.md",
        "| Module | Channels |\n|---|---|\n| a | `x.{b,c}` |\n| n | n/a |\n| w | all |\n");
    assertThat(
            judge(
                map(
                    "of",
                    map("table", "docs/registry.md", "members", "Channels"),
                    "equals",
                    map("other", "registry.json", "by", "members"))))
        .isEqualTo(new Outcome.Passed("3 rows; docs/registry.md equal to registry.json, 3 each"));
  }

  @Test
  void looksWhetherWhatIsNamedExistsAndCellsAreFilled() throws InterruptedException {
    sample.write("src/a.py", "");
    sample.write(
        "docs/registry.md", "| Module | Source |\n|---|---|\n| a | src/{a,b}.py |\n| c | |\n");
    var outcome = judge(map("of", "docs/registry.md", "exist", "Source", "filled", true));
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "docs/registry.md:4: c has nothing under Source. Fill it in; write all or n/a where"
                + " that is meant.",
            "docs/registry.md:3: a names src/b.py, which is not there. Correct the path, or add"
                + " the file.");
  }

  @Test
  void readsWhatAProgramPrints() throws InterruptedException {
    sample.write("tags.txt", "v1.4.0\n");
    assertThat(judge(map("of", map("command", List.of("git", "tag")), "equals", "tags.txt")))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("of", map("command", List.of("git", "nonsense")), "equals", "tags.txt")))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void takesNamesOutOfLines() throws InterruptedException {
    sample
        .write("app.py", "import os\n@route('/a')\n@route('/b')\n")
        .write("routes.yaml", "- /a\n- /b\n");
    var lines = map("lines", "app.py", "matches", "@route\\('([^']+)'\\)");
    assertThat(judge(map("of", lines, "equals", "routes.yaml"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void readsVariablesInARegularExpressionToTheLetter() throws InterruptedException {
    sample.write("news.txt", "1.5.0 brings a\n1x5x0 brings b\n").write("wanted.txt", "a\n");
    var lines = map("lines", "news.txt", "matches", "^{version} \\p{{Alpha}+ (\\w+)$");
    assertThat(judge(map("of", lines, "equals", "wanted.txt"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void neverPassesOnNothing() throws InterruptedException {
    sample.write("empty.md", "## Matrix\n\n| Module |\n|---|\n").write("none.txt", "\n");
    assertThat(judge(map("of", "empty.md", "filled", true))).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("of", "docs/matrix.md", "equals", "none.txt")))
        .isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge(map("of", "docs/matrix.md#gone", "filled", true)))
        .isInstanceOf(Outcome.Unavailable.class);
    sample.write("bent.toml", "a = [\n").write("bent.json", "{\"a\": ");
    assertThat(judge(map("of", "bent.toml", "equals", "none.txt")))
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(judge(map("of", "bent.json", "equals", "none.txt")))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void doesNotCompareMembersThatNeitherSideNames() throws InterruptedException {
    sample.write("a.md", "| Name | Parts |\n|---|---|\n| sun | east |\n");
    sample.write("b.md", "| Name | Parts |\n|---|---|\n| sun | west |\n");
    var outcome = judge(map("of", "a.md", "equals", map("other", "b.md", "by", "members")));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).isEqualTo("no members to compare");
  }

  @Test
  void seesThatAColumnOfPathsIsMisspelled() throws InterruptedException {
    sample.write("a.md", "| Name | Test |\n|---|---|\n| sun | a.md |\n");
    assertThat(judge(map("of", "a.md", "exist", List.of("Test", "Tset"))).findings())
        .extracting(Finding::toString)
        .containsExactly("No row has anything called Tset. Correct 'exist'.");
  }

  @Test
  void doesNotFindLinesWithoutColumnsFilled() throws InterruptedException {
    sample.write("names.txt", "sun\nmoon\n");
    assertThat(judge(map("of", "names.txt", "filled", true)))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void cannotReadAnEmptyDataFile() throws InterruptedException {
    for (var name : List.of("a.json", "a.yaml", "a.toml")) {
      sample.write(name, "");
      assertThat(judge(map("of", name + "#names", "filled", true)))
          .isInstanceOf(Outcome.Unavailable.class);
    }
  }

  @Test
  void isLinted() {
    assertThat(Stage.lint(verb, map("of", "a.md"), null))
        .containsExactly(
            "checklist.yaml:1:1: 'snapshot' compares nothing here. Add appendOnly: true or equals:"
                + " FILE#path.");
    assertThat(Stage.lint(verb, map("of", map("command", "x"), "appendOnly", true), null))
        .singleElement()
        .asString()
        .contains("What a program printed at the last release is not known.");
    assertThat(Stage.lint(verb, map("of", "../a.md", "filled", true), null))
        .singleElement()
        .asString()
        .contains("leads out");
  }

  private static Object matrix() {
    return map(
        "of", "docs/matrix.md#matrix", "appendOnly", map("key", List.of("Module", "Channel")));
  }

  private static String extras(String lines) {
    return "[project.optional-dependencies]\n" + lines + "\n";
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }

  @Test
  void isReadWhereAnotherStepOfTheFileIsMistaken() {
    var findings = new Findings();
    findings.error(new Position("pre-release.yaml", 3, 1), "Another step.", "Mend it.");
    assertThat(verb.read(Nodes.of(map("of", "a.md", "filled", true)), null, findings)).isNotNull();
    assertThat(findings.errors()).isEqualTo(1);
  }
}
