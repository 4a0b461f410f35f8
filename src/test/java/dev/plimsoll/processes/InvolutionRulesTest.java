package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.ProjectFolder;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Involution's process says beside its steps: approvals, types, budgets, failure actions.
class InvolutionRulesTest {
  @TempDir Path root;
  private ProjectFolder files;

  @BeforeEach
  void read() throws IOException {
    for (var file : ShippedProcess.named("involution").files().entrySet()) {
      var path = root.resolve(".plimsoll").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    files = ProjectFolder.read(root, StandardVerbs.all().readers());
  }

  @Test
  void theLargerTheReleaseTheMorePeopleApprove() {
    var rules = files.usable().rules();
    assertThat(rules.approvalsFor(ReleaseType.PATCH)).isEqualTo(Map.of("approver", 1));
    assertThat(rules.approvalsFor(ReleaseType.MINOR)).isEqualTo(Map.of("approver", 1));
    assertThat(rules.approvalsFor(ReleaseType.MAJOR)).isEqualTo(Map.of("approver", 2));
  }

  @Test
  void onlyMinorAndMajorReleasesHaveACanary() {
    var canary =
        files.usable().plan().stream()
            .filter(item -> item.checklist().equals("canary"))
            .findFirst()
            .orElseThrow();
    assertThat(canary.isFor(ReleaseType.PATCH)).isFalse();
    assertThat(canary.isFor(ReleaseType.MINOR)).isTrue();
    assertThat(canary.isFor(ReleaseType.MAJOR)).isTrue();
  }

  @Test
  void sixGatesAndEachSaysWhatItsFailureDemands() {
    var gates = sections("gates");
    assertThat(gates).hasSize(6).allSatisfy(gate -> assertThat(gate.onFailure()).isNotNull());
    assertThat(gates.stream().skip(3).map(gate -> Objects.requireNonNull(gate.onFailure()).start()))
        .containsExactly("accuracy-investigation", "security-review", "compatibility-review");
    assertThat(gates)
        .allSatisfy(gate -> assertThat(gate.steps()).allMatch(step -> step.rules().required()));
  }

  @Test
  void stagesHaveTheirMinutesAndTheirFailureAction() {
    var stages = sections("pipeline");
    assertThat(stages.stream().map(Section::budget).map(Objects::requireNonNull))
        .extracting(Duration::toMinutes)
        .containsExactly(15L, 10L, 10L, 10L, 15L, 10L, 5L);
    assertThat(stages).allSatisfy(stage -> assertThat(stage.onFailure()).isNotNull());
    assertThat(
            stages.stream()
                .filter(
                    stage -> "rollback".equals(Objects.requireNonNull(stage.onFailure()).start()))
                .map(Section::id))
        .containsExactly("staging", "production", "production-validation");
  }

  private List<Section> sections(String checklist) {
    return files.checklist(checklist).orElseThrow().sections();
  }
}
