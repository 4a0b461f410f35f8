package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What stands between a project and its wizards, and which of its lists they tell of.
@Timeout(120)
class WizardsTest {
  private static final String SMOKE =
      """
      schema: plimsoll/checklist/v1
      id: %s
      title: %s
      category: smoke
      sections:
        - id: all
          title: Everything
          steps:
            - id: looked
              title: Somebody looked
              ask: {challenge: "Is all well?", record: confirm}
      """;

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void make() throws IOException {
    var lists = new LinkedHashMap<String, String>();
    lists.put("smoke", SMOKE.formatted("smoke", "Smoke tests"));
    lists.put("shop", SMOKE.formatted("shop", "Smoke tests of the shop"));
    sandbox = Sandbox.with(folder, lists);
  }

  private void trust(Plimsoll plimsoll) {
    try (var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
    }
  }

  private Readiness readiness(Plimsoll plimsoll) {
    return plimsoll.wizards(sandbox.repository).readiness();
  }

  @Test
  void aProjectSaysWhatIsMissingOneAfterTheOther() throws IOException {
    var file = sandbox.repository.resolve(".plimsoll/project.yaml");
    var sound = Files.readString(file);
    try (var plimsoll = sandbox.open()) {
      Files.writeString(file, sound + "colour: blue\nflavour: tea\n");
      assertThat(readiness(plimsoll)).isEqualTo(new Readiness.Errors(2));
      Files.writeString(file, sound);
      assertThat(readiness(plimsoll)).isEqualTo(new Readiness.NotTrusted(false));
      trust(plimsoll);
      assertThat(readiness(plimsoll)).isEqualTo(new Readiness.Ready("1.0.0"));
      Files.delete(sandbox.repository.resolve("CHANGELOG.md"));
      assertThat(readiness(plimsoll))
          .isInstanceOfSatisfying(
              Readiness.NoVersion.class,
              missing -> assertThat(missing.why().what()).isEqualTo("No version proposed"));
      Files.writeString(file, sound + "# changed\n");
      assertThat(readiness(plimsoll)).isEqualTo(new Readiness.NotTrusted(true));
    }
  }

  @Test
  void aWizardTellsOfItsOwnListAndNotOfAnotherOfItsKind() throws Exception {
    try (var plimsoll = sandbox.open()) {
      trust(plimsoll);
      walk(plimsoll, "shop");
      assertThat(smoke(plimsoll).checklist()).isEqualTo("smoke");
      assertThat(smoke(plimsoll).last()).isNull();
      assertThat(smoke(plimsoll).lists()).containsExactly("Smoke tests", "Smoke tests of the shop");
      walk(plimsoll, "smoke");
      assertThat(smoke(plimsoll).last()).isNotNull();
    }
  }

  @Test
  void ofSeveralListsThatIsWalkedWhichIsNotDoneYet() throws Exception {
    try (var plimsoll = sandbox.open()) {
      trust(plimsoll);
      assertThat(smoke(plimsoll).checklist()).isEqualTo("smoke");

      walk(plimsoll, "smoke");
      assertThat(smoke(plimsoll).checklist()).isEqualTo("shop");
      assertThat(smoke(plimsoll).last()).isNull();
      assertThat(smoke(plimsoll).lists()).containsExactly("Smoke tests of the shop", "Smoke tests");

      walk(plimsoll, "shop");
      assertThat(smoke(plimsoll).checklist()).isEqualTo("smoke");
      assertThat(smoke(plimsoll).last()).isNotNull();
    }
  }

  private Wizard smoke(Plimsoll plimsoll) {
    return plimsoll.wizards(sandbox.repository).all().stream()
        .filter(wizard -> wizard.kind() == Wizard.Kind.SMOKE_TESTS)
        .findFirst()
        .orElseThrow();
  }

  private void walk(Plimsoll plimsoll, String list) throws InterruptedException {
    try (var project = plimsoll.project(sandbox.repository);
        var session = project.release("1.0.0").open(list, sandbox.options())) {
      session.answer("looked", new Answer("yes", Answer.Origin.WINDOW), List.of());
    }
  }
}
