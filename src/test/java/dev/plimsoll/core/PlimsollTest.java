package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.RunSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PlimsollTest {
  static final String PRE_RELEASE =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      order: free
      sections:
        - id: all
          title: Everything
          steps:
            - id: hello
              title: It says hello
              command: {run: [sh, hello.sh]}
              expect: ["stdout contains hello"]
            - id: reviewed
              title: Code review
              ask: {challenge: "Who reviewed the change?", record: text}
            - id: approve
              title: Approval
              sign-off: {statement: "I approve {version}.", meaning: approved, role: approver}
      """;

  @TempDir Path folder;

  @Test
  void aChecklistThatNobodyTrustedRunsNothing() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      assertThat(project.findings()).isEmpty();
      assertThat(project.trustQuestion().trusted()).isFalse();
      assertThat(project.trustQuestion().willRun())
          .anyMatch(
              line -> line.startsWith("pre-release / hello: ") && line.contains("sh hello.sh"));
      var desk = project.release("1.0.0");

      assertThatThrownBy(() -> desk.open("pre-release", sandbox.options()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("not trusted")
          .hasMessageContaining(project.trustQuestion().digest());
      assertThat(project.logSize()).isZero();
    }
  }

  @Test
  void aChangedChecklistMustBeTrustedAgain() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      var file = sandbox.repository.resolve(".plimsoll/checklists/pre-release.yaml");
      Files.writeString(file, Files.readString(file).replace("hello.sh", "other.sh"));

      assertThatThrownBy(() -> project.release("1.0.0").open("pre-release", sandbox.options()))
          .hasMessageContaining("they have changed");
    }
  }

  @Test
  void fromAChecklistToASealedRecord() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      assertThat(project.propose().version()).isEqualTo("1.0.0");
      var desk = project.release("1.0.0");
      try (var session = desk.open("pre-release", sandbox.options())) {
        walk(sandbox, session);
      }
      assertThat(desk.decision().isGo()).isTrue();

      var sealed = desk.seal(List.of(sandbox.ada("approver")), folder.resolve("out"));

      assertThat(sealed.outcome()).isEqualTo("READY");
      assertThat(sealed.bundle()).isRegularFile();
      assertThat(desk.state().sealed()).isNotNull();
      assertThatThrownBy(() -> desk.open("pre-release", sandbox.options()))
          .hasMessageContaining("is sealed");
    }
  }

  @Test
  void closingAndOpeningAgainFindsTheRunWhereItWas() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      try (var session = project.release("1.0.0").open("pre-release", sandbox.options())) {
        session.startAutomatic();
        session.awaitIdle();
      }
    }
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository);
        var session = project.release("1.0.0").open("pre-release", sandbox.options())) {
      assertThat(session.view().step("hello").orElseThrow().standing()).isEqualTo(Standing.PASSED);
      assertThat(session.view().whereYouWere()).isNotNull();
      assertThat(session.view().whereYouWere().crashed()).isFalse();
      assertThat(plimsoll.inFlight())
          .singleElement()
          .satisfies(run -> assertThat(run.checklist()).isEqualTo("pre-release"));
    }
  }

  @Test
  void aNewCommitMakesWhatWasProvenStale() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      var desk = project.release("1.0.0");
      try (var session = desk.open("pre-release", sandbox.options())) {
        walk(sandbox, session);
      }
      Files.writeString(sandbox.repository.resolve("new.txt"), "new");
      NewRepository.commitAll(
          sandbox.repository,
          new Identity("Ada", Sandbox.ADA),
          "more",
          Instant.parse("2026-03-02T09:00:00Z"));

      assertThat(desk.decision().isGo()).isFalse();
      assertThat(desk.state().number()).isEqualTo(2);
      assertThatThrownBy(() -> desk.seal(List.of(sandbox.ada("approver")), folder.resolve("out")))
          .hasMessageContaining("The gate says no-go");
    }
  }

  @Test
  void uncommittedChangesMakeARehearsalThatIsNeverSealed() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    Files.writeString(sandbox.repository.resolve("draft.txt"), "not committed");
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      var desk = project.release("1.0.0");
      try (var session = desk.open("pre-release", sandbox.options())) {
        walk(sandbox, session);
      }

      assertThatThrownBy(() -> desk.seal(List.of(sandbox.ada("approver")), folder.resolve("out")))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Record not sealed");
    }
  }

  @Test
  void aFolderOutsideAnyRepositoryIsRefusedInASentence() {
    try (var plimsoll =
        Plimsoll.open(
            Installation.ofSystem(
                Map.of("PLIMSOLL_HOME", folder.resolve("home").toString()),
                java.time.Clock.systemUTC(),
                new dev.plimsoll.core.audit.LogKeeper.Tool("plimsoll", "test")))) {
      assertThatThrownBy(() -> plimsoll.project(folder))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("repository");
    }
  }

  private static void walk(Sandbox sandbox, RunSession session) throws InterruptedException {
    session.startAutomatic();
    session.awaitIdle();
    session.answer("reviewed", new Answer("Grace, PR 12", Answer.Origin.WINDOW), List.of());
    session.signOff(session.signOffRequest("approve"), sandbox.ada("approver"));
    assertThat(session.view().decision().blockers()).isEmpty();
  }

  @Test
  void aRunThatIsOpenInThisProcessIsHandedOutAgainAndGivenBackForTheSeal() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PRE_RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      var desk = project.release("1.0.0");
      var session = desk.open("pre-release", sandbox.options());
      walk(sandbox, session);

      assertThat(project.release("1.0.0").open("pre-release", sandbox.options())).isSameAs(session);
      assertThat(desk.seal(List.of(sandbox.ada("approver")), folder.resolve("out")).bundle())
          .isRegularFile();
      assertThat(session.isClosed()).isTrue();
    }
  }
}
