package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.ChecklistReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.VerbReader;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm.Confirm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.processes.Carrier.ByStep;
import dev.plimsoll.processes.Carrier.Waiting;
import dev.plimsoll.processes.Requirement.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of `docs/processes.md` cannot lie.
class CoverageTableTest {
  private static final Path NOT_YET = Path.of("src/test/resources/processes/not-yet.txt");
  private static final String LATER =
      """
      schema: plimsoll/checklist/v1
      id: later
      title: A step of a later version
      category: pre-release
      sections:
        - id: all
          title: All
          steps:
            - id: one
              title: One
              @VERB@: {}
      """;

  private final CoverageTable table = new CoverageTable();

  CoverageTableTest() throws IOException {}

  @Test
  void thePageSaysWhatTheProcessesSay() throws IOException {
    assertThat(Files.readString(CoverageTable.PAGE))
        .as("docs/processes.md; write it anew with CoverageTable.main")
        .isEqualTo(table.text());
  }

  @Test
  void everyRequirementIsCarriedOrWaits() throws IOException {
    var without =
        table.requirements().keySet().stream().filter(id -> table.of(id).isEmpty()).toList();
    assertThat(notYet()).containsAll(without);
  }

  @Test
  void noStepCarriesARequirementThatDoesNotExist() {
    var named = new HashSet<String>();
    table.carriers().forEach(carrier -> named.addAll(carrier.ids()));
    assertThat(table.requirements().keySet()).containsAll(named);
  }

  @Test
  void nothingWaitsForAVerbThatIsHere() {
    var here =
        StandardVerbs.all().readers().stream().map(VerbReader::word).collect(Collectors.toSet());
    for (var carrier : table.carriers()) {
      if (carrier instanceof Waiting waiting) {
        assertThat(here).as(waiting.toString()).doesNotContain(waiting.verb());
        assertThat(isOfTheLanguage(waiting.verb())).as(waiting.toString()).isTrue();
      }
    }
  }

  @Test
  void nobodyIsAskedToConfirmWhatAMachineCouldSee() {
    for (var carrier : table.carriers()) {
      if (carrier instanceof ByStep by
          && by.step().verb() instanceof Question question
          && question.form() instanceof Confirm
          && question.evidence() != EvidenceDemand.REQUIRED) {
        assertThat(by.ids())
            .as(by.path() + " only asks for a yes")
            .noneMatch(id -> table.requirements().get(id).who() == Who.MACHINE);
      }
    }
  }

  @Test
  void everyTestNamesStepsThatExist() {
    var steps =
        table.carriers().stream()
            .filter(ByStep.class::isInstance)
            .map(carrier -> ((ByStep) carrier).path())
            .toList();
    assertThat(steps).containsAll(table.trials().bySteps().keySet());
    assertThat(table.requirements().keySet()).containsAll(table.trials().byIds().keySet());
  }

  private static List<String> notYet() throws IOException {
    return Files.readAllLines(NOT_YET).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }

  private static boolean isOfTheLanguage(String verb) {
    var findings = new Findings();
    var source = new Checklist.Source("later.yaml", "0".repeat(64), LATER.replace("@VERB@", verb));
    new ChecklistReader(StandardVerbs.all().readers()).read(source, findings);
    return findings.list().stream()
        .anyMatch(finding -> finding.toString().contains("not in this version"));
  }
}
