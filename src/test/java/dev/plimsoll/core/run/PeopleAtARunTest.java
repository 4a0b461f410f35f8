package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PeopleAtARunTest {
  private static final LocalDate LATER = LocalDate.parse("2026-04-01");

  @TempDir Path folder;
  private RunDesk desk;

  @BeforeEach
  void desk() {
    desk = new RunDesk(folder);
  }

  @Test
  void aWaiverExcusesOneFailureWithOwnerReasonAndExpiry() throws InterruptedException {
    try (var session = desk.open(step("a", context -> failed("3 failures")))) {
      assertThatThrownBy(() -> session.waive("a", "reason", LATER))
          .hasMessageContaining("Only a step that was tried can be waived.");
      session.start("a");
      session.awaitIdle();
      assertThatThrownBy(() -> session.waive("a", "  ", LATER))
          .hasMessageContaining("The reason is empty.");
      assertThatThrownBy(() -> session.waive("a", "reason", LocalDate.parse("2020-01-01")))
          .hasMessageContaining("has passed");
      session.waive("a", "flaky runner", LATER);

      assertThat(standing(session, "a")).isEqualTo(Standing.WAIVED);
      assertThat(session.view().decision().completion().words())
          .isEqualTo("COMPLETE WITH OVERRIDES (1)");
      session.revokeWaiver("a", "runner is fine");
      assertThat(standing(session, "a")).isEqualTo(Standing.FAILED);
    }
  }

  @Test
  void aKillerStepIsNeitherWaivedNorSkipped() throws InterruptedException {
    var killer = rules(new StepRules.Weight(false, true, false), new StepRules.Exits(true, null));
    try (var session =
        desk.open(RunDesk.step("a", Scripted.check("a", context -> failed("no")), killer))) {
      session.start("a");
      session.awaitIdle();

      assertThatThrownBy(() -> session.waive("a", "reason", LATER))
          .hasMessageContaining("countersign");
      assertThatThrownBy(() -> session.notApplicable("a", "reason"))
          .hasMessageContaining("never skipped");
      assertThat(words()).endsWith("step.concluded");
    }
  }

  @Test
  void deferringNeedsTheChecklistsLeaveAndADayWithinItsLimit() {
    var week = rules(new StepRules.Weight(false, false, false), new StepRules.Exits(true, 7));
    try (var session =
        desk.open(
            RunDesk.step("a", Scripted.check("a", context -> passed("ok")), week),
            step("b", context -> passed("ok")))) {
      assertThatThrownBy(() -> session.defer("b", "later", LocalDate.parse("2026-03-02")))
          .hasMessageContaining("does not allow");
      assertThatThrownBy(() -> session.defer("a", "later", LocalDate.parse("2026-03-09")))
          .hasMessageContaining("at most 7 days");
      session.defer("a", "docs follow", LocalDate.parse("2026-03-08"));

      assertThat(standing(session, "a")).isEqualTo(Standing.DEFERRED);
    }
  }

  @Test
  void anAnswerOfTheWrongFormRecordsNothing() {
    try (var session = desk.open(RunDesk.question("q"))) {
      var before = words();
      assertThatThrownBy(() -> session.answer("q", answer("perhaps"), List.of()))
          .hasMessageContaining("neither yes nor no");
      assertThat(words()).isEqualTo(before);

      session.answer("q", answer("no"), List.of());
      assertThat(standing(session, "q")).isEqualTo(Standing.FAILED);
      session.answer("q", answer("yes"), List.of());
      assertThat(standing(session, "q")).isEqualTo(Standing.PASSED);
    }
  }

  @Test
  void aReadDoListHoldsLaterStepsBack() {
    desk.form =
        new Checklist.Form(
            Checklist.Category.RELEASE, Checklist.Mode.READ_DO, Checklist.Order.FREE);
    try (var session = desk.open(RunDesk.question("first"), RunDesk.question("second"))) {
      assertThat(session.view().step("second").orElseThrow().live().waiting()).isTrue();
      assertThatThrownBy(() -> session.answer("second", answer("yes"), List.of()))
          .hasMessageContaining("Settle \u201cStep first\u201d first.");
      session.answer("first", answer("yes"), List.of());
      session.answer("second", answer("yes"), List.of());

      assertThat(session.view().decision().isGo()).isTrue();
    }
  }

  @Test
  void aReasonedListWantsANoteBeforeAStepIsPassedOver() {
    desk.form =
        new Checklist.Form(
            Checklist.Category.RELEASE, Checklist.Mode.DO_CONFIRM, Checklist.Order.REASONED);
    try (var session = desk.open(RunDesk.question("first"), RunDesk.question("second"))) {
      assertThatThrownBy(() -> session.answer("second", answer("yes"), List.of()))
          .hasMessageContaining("say in a note");
      session.note("second", "the reviewer is only here now");
      session.answer("second", answer("yes"), List.of());

      assertThat(standing(session, "second")).isEqualTo(Standing.PASSED);
    }
  }

  @Test
  void aSignOffGoesStaleWhenSomethingItCoversChanges() throws InterruptedException {
    var step = RunDesk.step("s", new SignOff("I approve {version}.", "approved", "approver", 1));
    var tries = new AtomicInteger();
    try (var session =
        desk.open(step("a", context -> passed("try " + tries.incrementAndGet())), step)) {
      session.start("a");
      session.awaitIdle();
      var request = session.signOffRequest("s");
      assertThat(request.statement()).isEqualTo("I approve 1.0.0.");
      session.signOff(request, new PersonSigner("ada@example.org", "approver", RunDesk.ADAS_KEY));
      assertThat(standing(session, "s")).isEqualTo(Standing.PASSED);
      assertThat(session.view().decision().isGo()).isTrue();

      session.start("a");
      session.awaitIdle();
      assertThat(standing(session, "s")).isEqualTo(Standing.STALE);
      assertThatThrownBy(() ->
              session.signOff(
                  request, new PersonSigner("ada@example.org", "approver", RunDesk.ADAS_KEY)))
          .hasMessageContaining("has changed since it was shown");
    }
  }

  @Test
  void anAttachmentIsKeptAndNamedAtItsStep() throws java.io.IOException {
    var file = Files.writeString(folder.resolve("screen.txt"), "looked fine");
    try (var session = desk.open(RunDesk.question("q"))) {
      session.attach("q", new Attachment("screen.txt", "text/plain", file));

      assertThat(session.state().step("q").attached())
          .singleElement()
          .satisfies(evidence -> {
            assertThat(evidence.name()).isEqualTo("screen.txt");
            assertThat(desk.kept).containsKey(evidence.sha256());
          });
    }
  }

  private List<String> words() {
    return desk.desk.open().all().map(entry -> entry.event()).toList();
  }

  private static Standing standing(RunSession session, String step) {
    return session.view().step(step).orElseThrow().standing();
  }

  private static Answer answer(String text) {
    return new Answer(text, Answer.Origin.WINDOW);
  }

  private static Step step(String id, Scripted.Script script) {
    return RunDesk.step(id, Scripted.check(id, script));
  }

  private static StepRules rules(StepRules.Weight weight, StepRules.Exits exits) {
    var usual = StepRules.USUAL;
    return new StepRules(
        null, Set.of(), null, weight, exits, usual.freshness(), usual.pace(), false, Set.of());
  }

  private static Conclusion passed(String observed) {
    return Conclusion.of(new Outcome.Passed(observed), "ok");
  }

  private static Conclusion failed(String observed) {
    return Conclusion.of(new Outcome.Failed(observed), "ok");
  }
}
