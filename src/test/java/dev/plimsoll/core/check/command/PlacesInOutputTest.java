package dev.plimsoll.core.check.command;

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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesInOutputTest {
  @TempDir Path temp;
  private Path root;
  private PlacesInOutput places;

  @BeforeEach
  void aRepositoryWithAFile() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    Files.writeString(
        Files.createDirectories(root.resolve("src")).resolve("app.py"), "import os\n");
    Files.writeString(temp.resolve("outside.py"), "import os\n");
    places = new PlacesInOutput(root, root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/app.py:12:5: F401 not used        | src/app.py:12:5: F401 not used",
        "./src/app.py:12: error: no such name  | src/app.py:12: error: no such name",
        "src/app.py:12                         | src/app.py:12: src/app.py:12",
        "[ERROR] src/app.py:[12,5] no semicolon | src/app.py:12:5: no semicolon",
        "src/app.py:12:import os  # unused     | src/app.py:12: import os  # unused",
        "'  File \"src/app.py\", line 12, in f' | src/app.py:12: File \"src/app.py\", line 12, in"
            + " f",
      })
  void aLineThatPointsIntoAFileIsAFinding(String printed, String finding) {
    assertThat(places.in(printed)).extracting(Finding::toString).containsExactly(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/gone.py:12: of a file that is not there",
        "../outside.py:1: of a file outside the repository",
        "12:30:05 a time of day",
        "http://localhost:8080/ an address",
        "src/app.py:0: there is no line 0",
        "src/app.py has no number",
      })
  void anythingElseIsNot(String printed) {
    assertThat(places.in(printed)).isEmpty();
  }

  @Test
  void onePlaceIsSaidOnceAndOfManyTheFirst() {
    var many = new StringBuilder("src/app.py:1: first\nsrc/app.py:1: again\n");
    for (var line = 2; line <= 100; line++) {
      many.append("src/app.py:").append(line).append(": more\n");
    }
    var found = places.in(many.toString());
    assertThat(found).hasSize(PlacesInOutput.AT_MOST);
    assertThat(found.getFirst()).hasToString("src/app.py:1: first");
    assertThat(found.get(1)).hasToString("src/app.py:2: more");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFailedProgramsOutputIsReadAndAPassedOnesIsNot() throws InterruptedException {
    var printing = "echo src/app.py:1:8: os is not used; exit ";
    var failed = conclude(printing + "1");
    assertThat(failed).isInstanceOf(Outcome.Failed.class);
    assertThat(failed.findings())
        .extracting(Finding::toString)
        .containsExactly("src/app.py:1:8: os is not used");
    assertThat(conclude(printing + "0").findings()).isEmpty();
  }

  private Outcome conclude(String script) throws InterruptedException {
    return new Stage(root)
        .carryOut(new CommandVerb(), Map.of("run", List.of("sh", "-c", script)))
        .outcome();
  }
}
