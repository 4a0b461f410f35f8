package dev.plimsoll.core.check.golden;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenVerbTest {
  private static final String REFERENCE =
      """
      date,body,longitude,speed
      2026-01-01,Sun,280.5000,1.0192
      2026-01-01,Moon,0.1000,13.2
      2026-01-02,Sun,281.5192,1.0192
      """;

  @TempDir Path root;
  private final GoldenVerb verb = new GoldenVerb();
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root);
    write("golden/positions.csv", REFERENCE);
  }

  @Test
  void passesWithinTheTolerancesOfEachBody() throws Exception {
    write(
        "out/positions.csv",
        """
        body,date,speed,longitude
        Moon,2026-01-01,13.3,359.9
        Sun,2026-01-01,1.0192,280.51
        Sun,2026-01-02,1.0192,281.5092
        """);
    var outcome = judge();
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed())
        .startsWith("reference golden/positions.csv (sha256 ")
        .contains("from Horizons, computed 2026-01-05")
        .contains("3 rows on both sides")
        .contains("2 numbers of longitude (body Sun) within angular 1', farthest 0.01")
        .contains("1 number of longitude (body Moon) within angular 30', farthest 0.2")
        .contains("3 numbers of speed within relative 1%");
    assertThat(stage.tap.names()).containsExactly("positions.csv");
  }

  @Test
  void namesEveryNumberThatIsTooFarWithItsLine() throws Exception {
    write("out/positions.csv", REFERENCE.replace("0.1000", "359.5").replace("13.2", "-13.2"));
    assertThat(judge().findings())
        .extracting(Finding::toString)
        .containsExactlyInAnyOrder(
            "out/positions.csv:3: 2026-01-01, Moon: longitude is 359.5, the reference says 0.1000;"
                + " 0.6 apart, allowed angular 30'. Find out which of the two is right.",
            "out/positions.csv:3: 2026-01-01, Moon: speed is -13.2, the reference says 13.2; 2"
                + " apart, allowed relative 1%. Find out which of the two is right.");
  }

  @Test
  void rowsMissingOnEitherSideFail() throws Exception {
    write("out/positions.csv", REFERENCE.replace("2026-01-02,Sun", "2026-01-03,Sun"));
    var outcome = judge();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .contains(
            "golden/positions.csv:4: The row 2026-01-02, Sun is not in out/positions.csv. Compute"
                + " both over the same rows.",
            "out/positions.csv:4: The row 2026-01-03, Sun is not in golden/positions.csv. Compute"
                + " both over the same rows.");
  }

  @Test
  void noComparedNumberIsNeverAPass() throws Exception {
    write("golden/positions.csv", "date,body,longitude,speed\n");
    write("out/positions.csv", "date,body,speed,longitude\n");
    assertThat(judge()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void whatIsNoNumberFails() throws Exception {
    write("out/positions.csv", REFERENCE.replace("0.1000", "NaN").replace("281.5192", ""));
    assertThat(judge().findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "2026-01-01, Moon: longitude is 'NaN', which is no number.",
            "2026-01-02, Sun: longitude is missing.");
  }

  @Test
  void aReferenceThatIsTheThingItselfFails() throws Exception {
    write("out/positions.csv", REFERENCE);
    assertThat(judge().findings())
        .singleElement()
        .asString()
        .contains("golden/positions.csv is out/positions.csv byte for byte");
    assertThat(judge(map("reference", "out/positions.csv")).findings().getFirst().message())
        .isEqualTo("out/positions.csv and out/positions.csv are the same file.");
    write("out/golden/positions.csv", REFERENCE + "\n");
    assertThat(judge(map("reference", "out/golden/positions.csv")).findings().getFirst().message())
        .isEqualTo("out/golden/positions.csv lies in out, where the output is written.");
  }

  @Test
  void theOriginOfTheReferenceIsShownAndMustNotBeTheProduct() throws Exception {
    write("out/positions.csv", REFERENCE.replace("280.5000", "280.5001"));
    assertThat(judge(map("provenance", "Sample")).findings().getFirst().message())
        .isEqualTo("The reference comes from Sample itself.");
    assertThat(judge(map("provenance", map("file", "golden/ORIGIN.md"))))
        .isInstanceOf(Outcome.Failed.class);
    write("golden/ORIGIN.md", "# Ephemeris of the observatory\n");
    assertThat(judge(map("provenance", map("file", "golden/ORIGIN.md"))).observed())
        .contains("from Ephemeris of the observatory (golden/ORIGIN.md, sha256 ");
    assertThat(judge(map("sha256", "0".repeat(64))).observed())
        .isEqualTo("the reference was changed");
  }

  @Test
  void aComparisonReportWhoseSourceIsTheThingItselfFails() throws Exception {
    write("out/positions.csv", REFERENCE.replace("280.5000", "280.5001"));
    var provenance = map("provenance", map("file", "golden/report.json", "path", "$.source"));
    for (var source : List.of("sample", "out/positions.csv")) {
      write("golden/report.json", "{\"source\": \"" + source + "\", \"agree\": true}");
      assertThat(judge(provenance).findings().getFirst().message())
          .isEqualTo("golden/report.json says that the reference comes from " + source + ".");
    }
    write("golden/report.json", "{\"agree\": true}");
    assertThat(judge(provenance)).isInstanceOf(Outcome.Failed.class);
    write("golden/report.json", "{\"source\": \"Horizons\"}");
    assertThat(judge(provenance)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void theHeadOfTheReferenceAndTheOutputAreNoOrigin() throws Exception {
    write("out/positions.csv", REFERENCE.replace("13.2", "13.3"));
    for (var file : List.of("golden/positions.csv", "out/positions.csv")) {
      assertThat(judge(map("provenance", map("file", file))).findings())
          .extracting(Finding::message)
          .containsExactly(file + " does not say where the reference comes from.");
    }
  }

  @Test
  void anAngleThatEveryNumberFitsIsNoTolerance() {
    var value = map("file", "a.csv", "reference", "b.csv", "provenance", "c");
    value.putAll(map("columns", map("x", map("angular", "180"))));
    assertThat(Stage.lint(verb, value, null))
        .anyMatch(line -> line.contains("'180' is no angular tolerance."));
  }

  @Test
  void aRowNamedTwiceFails() throws Exception {
    write("out/positions.csv", REFERENCE + "2026-01-01,Sun,280.5,1.0192\n");
    assertThat(judge().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "out/positions.csv:5: The row 2026-01-01, Sun stands here twice; first on line 2. Name"
                + " more columns under key.");
  }

  @Test
  void comparesJsonByRowsAndByPaths() throws Exception {
    write(
        "golden/orbit.json",
        "{\"mass\": 100,\n"
            + " \"bodies\": [{\"name\": \"a\", \"x\": 1},\n"
            + " {\"name\": \"b\", \"x\": 2}]}");
    var value =
        map(
            "file", "out/orbit.json",
            "reference", "golden/orbit.json",
            "provenance", "textbook, table 3",
            "rows", "$.bodies[*]",
            "key", "name",
            "columns", map("x", map("absolute", "0.1")),
            "paths", map("$.mass", map("relative", "1%")));
    write(
        "out/orbit.json",
        "{\"bodies\": [{\"name\": \"b\", \"x\": 2.05},\n"
            + "{\"name\": \"a\", \"x\": 1.2}],\n"
            + "\"mass\": 99}");
    assertThat(stage.carryOut(verb, value).outcome().findings())
        .extracting(Finding::toString)
        .singleElement()
        .asString()
        .startsWith("out/orbit.json:2: a: x is 1.2, the reference says 1; 0.2 apart");
    write("out/orbit.json", "{\"bodies\": []}");
    assertThat(stage.carryOut(verb, value).outcome().findings())
        .extracting(Finding::message)
        .contains("$['mass'] has no $.mass to compare in out/orbit.json.");
    write("out/orbit.json", "bodies: none");
    assertThat(stage.carryOut(verb, value).outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aFileThatIsNotThereIsUnavailable() throws Exception {
    assertThat(judge()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void lintSaysWhatIsMissing() {
    assertThat(
            Stage.lint(
                verb,
                map(
                    "file", "../out.csv",
                    "reference", "golden.csv",
                    "columns", map("x", map("angular", "1 mile"), "y", map())),
                null))
        .anyMatch(line -> line.contains("leads out of the folder"))
        .anyMatch(line -> line.contains("It is not said where the reference comes from."))
        .anyMatch(line -> line.contains("'1 mile' is no angular tolerance."))
        .anyMatch(line -> line.contains("No tolerance is given for y."));
    assertThat(
            Stage.lint(verb, map("file", "a.csv", "reference", "b.csv", "provenance", "c"), null))
        .singleElement()
        .asString()
        .contains("It is not said which numbers are compared.");
  }

  private Outcome judge() throws InterruptedException {
    return judge(Map.of());
  }

  private Outcome judge(Map<String, ?> instead) throws InterruptedException {
    var value =
        map(
            "file",
            "out/positions.csv",
            "reference",
            "golden/positions.csv",
            "provenance",
            "Horizons, computed 2026-01-05",
            "key",
            List.of("date", "body"),
            "columns",
            map("speed", map("relative", "1%")),
            "compare",
            List.of(
                map("column", "longitude", "where", map("body", "Sun"), "angular", "1'"),
                map("column", "longitude", "where", map("body", "Moon"), "angular", "30'")));
    value.putAll(instead);
    return stage.carryOut(verb, value).outcome();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }
}
