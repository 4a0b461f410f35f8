package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Deferral;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.TagMade;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private static final LogPosition LOG =
      new LogPosition(
          "plimsoll.dev/log/" + "0".repeat(32), "a".repeat(64), 9, "b".repeat(64), "c".repeat(64));

  @TempDir Path folder;
  private RecordDesk desk;

  @BeforeEach
  void walk() {
    desk = new RecordDesk(folder);
  }

  private ReleaseRecord draft(Map<String, Standing> standings) {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    var walk = request.runs().getFirst();
    var other =
        new SealingRequest(
            request.matter(),
            List.of(
                new SealingRequest.Walk(walk.run(), walk.checklist(), walk.decision(), standings)),
            request.decision(),
            request.surroundings(),
            request.signers());
    return new Draft(other).record(List.of(), LOG, 0);
  }

  private static Map<String, Standing> standings(String step, Standing standing) {
    var standings = new HashMap<>(RecordSamples.STANDINGS);
    standings.put("limits", Standing.PASSED);
    standings.put(step, standing);
    return standings;
  }

  @Test
  void a_waiver_is_an_exception_with_its_person_reason_and_end() {
    assertThat(draft(RecordSamples.STANDINGS).exceptions())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.step()).isEqualTo("pre-release/limits");
          assertThat(it.kind()).isEqualTo("waived");
          assertThat(it.owner()).isEqualTo(RecordDesk.OLGA);
          assertThat(it.expiresOn()).isEqualTo("2026-04-01");
        });
  }

  @Test
  void a_deferral_is_an_exception_and_an_obligation() {
    var due = LocalDate.of(2026, 3, 20);
    var deferral =
        new Deferral("changelog", desk.operator(), "waits for legal", due, Instant.EPOCH);
    desk.steps.put(
        "changelog",
        new StepState(
            "changelog", List.of(), null, deferral, List.of(), List.of(), List.of(), null, null));
    var record = draft(standings("changelog", Standing.DEFERRED));
    assertThat(record.exceptions())
        .extracting(ReleaseRecord.Exempted::kind)
        .containsExactly("deferred");
    assertThat(record.obligations())
        .containsExactly(
            new ReleaseRecord.Obligation("pre-release/changelog", RecordDesk.OLGA, due, "open"));
  }

  @Test
  void a_step_that_a_condition_rules_out_is_no_exception() {
    var record = draft(standings("changelog", Standing.NOT_APPLICABLE));
    assertThat(record.exceptions()).isEmpty();
    assertThat(record.identity().properties()).containsExactly(ReleaseRecord.NO_EXCEPTIONS);
  }

  @Test
  void a_step_that_a_person_declares_not_applicable_is_an_exception() {
    desk.attempt("changelog", new Outcome.NotApplicable("internal release"), null, null, "");
    var record = draft(standings("changelog", Standing.NOT_APPLICABLE));
    assertThat(record.exceptions())
        .containsExactly(
            new ReleaseRecord.Exempted(
                "pre-release/changelog",
                "not-applicable",
                "internal release",
                RecordDesk.OLGA,
                null,
                null));
    assertThat(record.identity().properties()).isEmpty();
  }

  @Test
  void a_step_that_fell_short_takes_the_good_news_away_even_where_it_is_optional() {
    for (var standing :
        List.of(Standing.FAILED, Standing.STALE, Standing.NOT_RUN, Standing.INTERRUPTED)) {
      assertThat(draft(standings("changelog", standing)).identity().properties())
          .as(standing.name())
          .isEmpty();
    }
  }

  @Test
  void a_step_without_a_standing_counts_as_not_run() {
    assertThat(draft(Map.of()).runs().getFirst().step("unit").orElseThrow().effective())
        .isEqualTo("NOT_RUN");
  }

  @Test
  void an_attempt_that_never_ended_is_interrupted() {
    var cut = new Attempt(1, desk.operator(), RecordDesk.BOUND, Instant.EPOCH, "x", null, 3);
    desk.steps.put(
        "unit",
        new StepState(
            "unit", List.of(cut), null, null, List.of(), List.of(), List.of(), null, null));
    var step =
        draft(standings("unit", Standing.INTERRUPTED)).runs().getFirst().step("unit").orElseThrow();
    assertThat(step.raw()).isEqualTo("INTERRUPTED");
    assertThat(step.attempts().getFirst().finishedOn()).isNull();
  }

  @Test
  void a_tag_is_a_subject_with_its_object() {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    var it = desk.release();
    var tagged =
        new dev.plimsoll.core.model.ReleaseState(
            it.candidate(),
            1,
            it.runs(),
            it.artifacts(),
            List.of(),
            new TagMade("v1.4.2", "7".repeat(40), RecordDesk.BOUND.commit(), true),
            null);
    var record =
        new Draft(
                new SealingRequest(
                    RecordSamples.matter(tagged, Map.of()),
                    request.runs(),
                    request.decision(),
                    request.surroundings(),
                    request.signers()))
            .record(List.of(), LOG, 0);
    assertThat(record.identity().subjects())
        .contains(
            new ReleaseRecord.Subject("tag:v1.4.2", ReleaseRecord.Subject.GIT_TAG, "7".repeat(40)));
  }

  @Test
  void only_approvals_of_what_was_last_on_screen_are_listed() {
    var old = desk.approve("approve", desk.ada, RecordDesk.ADA);
    var stale =
        new Approval(
            old.step(),
            old.signer(),
            old.role(),
            old.meaning(),
            old.statement(),
            old.signature(),
            "0".repeat(64),
            old.signedOn().minusSeconds(60));
    var state = desk.state("approve");
    desk.steps.put(
        "approve",
        new StepState(
            "approve",
            List.of(),
            null,
            null,
            List.of(stale, old),
            List.of(),
            List.of(),
            null,
            null));
    assertThat(state.approvals()).hasSize(1);
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    assertThat(new DraftedPeople(request).inForce()).containsExactly(old);
  }

  @Test
  void an_approver_beside_an_operator_without_a_key_is_no_second_person() {
    var ada = desk.approve("approve", desk.ada, RecordDesk.ADA);
    var anonymous = Actor.unauthenticated("olga", "laptop");
    desk.steps.replaceAll((id, state) -> by(state, anonymous));
    var byAdaAlone = RecordSamples.request(desk, desk.release(), desk.adaSigns());
    var opened = byAdaAlone.runs().getFirst().run().opening().operator();
    assertThat(opened.isAuthenticated()).isTrue();
    assertThat(new DraftedPeople(byAdaAlone).approved(ada).control())
        .isEqualTo(ReleaseRecord.SECOND_PERSON);
    var nobodyElse = new DraftedPeople(withOperator(byAdaAlone, anonymous));
    assertThat(nobodyElse.approved(ada).control()).isEqualTo(ReleaseRecord.SINGLE_PERSON);
  }

  private static StepState by(StepState state, Actor actor) {
    var attempts =
        state.attempts().stream()
            .map(it ->
                new Attempt(
                    it.number(),
                    actor,
                    it.bound(),
                    it.startedOn(),
                    it.inputs(),
                    it.ending(),
                    it.seq()))
            .toList();
    return new StepState(
        state.step(),
        attempts,
        state.waiver(),
        state.deferral(),
        state.approvals(),
        state.notes(),
        state.attached(),
        null,
        null);
  }

  private static SealingRequest withOperator(SealingRequest it, Actor operator) {
    var walk = it.runs().getFirst();
    var run = walk.run();
    var o = run.opening();
    var opening =
        new dev.plimsoll.core.model.RunState.Opening(
            o.candidate(),
            o.checklist(),
            o.checklistTitle(),
            o.checklistSha256(),
            o.parameters(),
            operator,
            o.openedOn(),
            o.solo(),
            o.steps(),
            o.stepsRemovedSinceLast());
    var other =
        new dev.plimsoll.core.model.RunState(
            run.id(), opening, run.phase(), run.steps(), run.pauses(), run.span());
    return new SealingRequest(
        it.matter(),
        List.of(
            new SealingRequest.Walk(other, walk.checklist(), walk.decision(), walk.standings())),
        it.decision(),
        it.surroundings(),
        it.signers());
  }
}
