package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.VerbKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The plan of what a checklist sends, the waits for a quota, and the confirmation before a burst
/// elsewhere.
@Timeout(60)
class TrafficTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final String HERE = "http://localhost:8000";
  private static final String THERE = "https://api.example.org";

  @TempDir Path folder;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private RunDesk desk;

  @BeforeEach
  void desk() {
    desk = new RunDesk(folder);
  }

  @Test
  void thePlanCountsWhatEveryServiceReceives() {
    var plan =
        plan(
            request("t1", "{url}/health"),
            request("t2", THERE + "/status"),
            probe("t3", "{url}/search"));

    assertThat(plan.targets())
        .extracting(target -> target.host().words() + " " + target.requests())
        .containsExactly("localhost:8000 62", "api.example.org 1");
    assertThat(plan.requests()).isEqualTo(63);
    assertThat(plan.unknown()).isEmpty();
    assertThat(plan.toConfirm()).isEmpty();
  }

  @Test
  void aServiceWithoutAValueIsToldAsUnknown() {
    var plan = plan(request("t1", "{elsewhere}/health"));

    assertThat(plan.unknown()).containsExactly("{elsewhere}/health");
    assertThat(plan(request("t1", "http://{elsewhere}/health")).targets()).isEmpty();
    assertThat(plan.isEmpty()).isFalse();
  }

  @Test
  void aFreeListTakesTheProbeLastAndAStrictOneMakesTheOthersWait() {
    Step[] steps = {
      request("t1", HERE + "/a"), probe("t3", HERE + "/search"), request("t5", HERE + "/search")
    };

    assertThat(plan(steps).waits())
        .extracting(wait -> wait.step().step() + " " + wait.after().step() + " " + wait.fresh())
        .containsExactly("t3 t5 true");
    strict();
    assertThat(plan(steps).waits())
        .extracting(wait -> wait.step().step() + " " + wait.after().step() + " " + wait.fresh())
        .containsExactly("t3 t1 true", "t5 t3 false");
  }

  @Test
  void aLaterStepWaitsUntilTheQuotaIsBack() throws InterruptedException {
    strict();
    try (var session =
        desk.open(probe("t3", HERE + "/search"), request("t5", "http://127.0.0.1:8000/search"))) {
      session.startAutomatic();
      awaitWait(session, "t5");

      assertThat(sent).containsExactly("t3");
      assertThat(session.traffic().waits().get("t5").words(session.traffic().zone()))
          .startsWith("waits until ")
          .endsWith("the quota of 127.0.0.1:8000 is used up by “Step t3”");
      assertThat(session.output("t5").lines().getFirst().text()).startsWith("waits until ");
      turn(Duration.ofSeconds(59));
      Thread.sleep(300);
      assertThat(sent).containsExactly("t3");
      turn(Duration.ofSeconds(1));
      session.awaitIdle();
      assertThat(sent).containsExactly("t3", "t5");
      assertThat(session.traffic().waits()).isEmpty();
    }
  }

  @Test
  void theWaitSurvivesARestart() throws InterruptedException {
    strict();
    Step[] steps = {probe("t3", HERE + "/search"), request("t5", HERE + "/search")};
    try (var session = desk.open(steps)) {
      session.startAutomatic();
      awaitWait(session, "t5");
      session.cancel("t5");
      session.awaitIdle();
      assertThat(session.state().step("t5").attempts()).isEmpty();
    }
    turn(Duration.ofSeconds(20));
    try (var session = desk.open(steps)) {
      var now = desk.desk.clock.instant();
      session.startAutomatic();
      awaitWait(session, "t5");
      var until = session.traffic().waits().get("t5").until();
      assertThat(Duration.between(now, until)).isLessThanOrEqualTo(Duration.ofSeconds(40));
      assertThat(sent).containsExactly("t3");
      turn(Duration.ofSeconds(40));
      session.awaitIdle();
      assertThat(sent).containsExactly("t3", "t5");
    }
  }

  @Test
  void aProbeWaitsForAQuotaThatNobodyHasTouched() throws InterruptedException {
    strict();
    try (var session = desk.open(request("t1", HERE + "/health"), probe("t3", HERE + "/search"))) {
      session.startAutomatic();
      awaitWait(session, "t3");

      assertThat(session.traffic().waits().get("t3").words(session.traffic().zone()))
          .endsWith("it needs the whole quota of localhost:8000, to which “Step t1” has sent");
      turn(MINUTE);
      session.awaitIdle();
      assertThat(sent).containsExactly("t1", "t3");
    }
  }

  @Test
  void nothingWaitsForAnotherServiceNorForOneThatWasNotReached() throws InterruptedException {
    strict();
    try (var session =
        desk.open(
            step("t3", new Sends("t3", HERE, 61, true, MINUTE, new Outcome.Unavailable("refused"))),
            request("t4", "http://localhost:9000/"))) {
      session.start("t3");
      session.awaitIdle();
      session.waive("t3", "not up yet", java.time.LocalDate.of(2999, 1, 1));
      session.start("t4");
      session.awaitIdle();
      assertThat(sent).containsExactly("t3", "t4");
    }
  }

  @Test
  void aBurstElsewhereIsRefusedUntilAPersonAgreesAndTheLogKeepsIt() throws InterruptedException {
    try (var session = desk.open(request("t1", THERE + "/health"), probe("t3", THERE + "/s"))) {
      session.startAutomatic();
      session.awaitIdle();
      assertThat(sent).containsExactly("t1");
      assertThatThrownBy(() -> session.start("t3"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("61 requests in quick succession to api.example.org");

      assertThat(session.traffic().toConfirm()).hasSize(1);
      session.traffic().confirm(Host.of(THERE).orElseThrow());
      assertThat(session.traffic().toConfirm()).isEmpty();
      assertThat(session.state().step("t3").notes().getFirst().text())
          .isEqualTo("Confirmed: 61 requests in quick succession to api.example.org.");
      turn(MINUTE.multipliedBy(2));
      session.start("t3");
      session.awaitIdle();
      assertThat(sent).containsExactly("t1", "t3");
    }
  }

  @Test
  void onlyWhatWasTriedInVainIsStartedAgain() throws InterruptedException {
    var red = new Sends("red", HERE, 1, false, null, new Outcome.Failed("500"));
    try (var session = desk.open(step("red", red), request("green", HERE), request("new", HERE))) {
      session.start("red");
      session.start("green");
      session.awaitIdle();
      sent.clear();

      assertThat(session.startFailed()).isEqualTo(1);
      session.awaitIdle();
      assertThat(sent).containsExactly("red");
      assertThat(session.view().step("new").orElseThrow().standing()).isEqualTo(Standing.NOT_RUN);
    }
  }

  @Test
  void ofTwoThatWaitedTogetherTheSecondWaitsForTheFirst() throws InterruptedException {
    try (var session =
        desk.open(
            probe("t3", HERE + "/search"),
            request("t5", HERE + "/search"),
            probe("t7", HERE + "/search"))) {
      session.start("t3");
      session.awaitIdle();
      session.start("t5");
      session.start("t7");
      awaitWait(session, "t5");
      awaitWait(session, "t7");
      turn(MINUTE);
      while (sent.size() < 2) {
        Thread.sleep(20);
      }
      Thread.sleep(500);
      assertThat(sent).hasSize(2);
      turn(MINUTE);
      session.awaitIdle();
      assertThat(sent).containsExactlyInAnyOrder("t3", "t5", "t7");
    }
  }

  @Test
  void aBurstWhoseServiceNobodyCanTellDoesNotStart() throws InterruptedException {
    try (var session =
        desk.open(probe("hidden", "{secret.PLACE}/s"), probe("odd", "http://exa mple.org/"))) {
      session.startAutomatic();
      session.awaitIdle();
      assertThat(sent).isEmpty();
      assertThatThrownBy(() -> session.start("hidden"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("{secret.PLACE}/s")
          .hasMessageContaining("which service that is");
      assertThat(session.traffic().hidden()).hasSize(2);
    }
  }

  @Test
  void aServiceIsKnownByItsNameHoweverItsAddressIsWritten() {
    assertThat(
            plan(probe("t1", " https://api.example.org"), probe("t2", "https://api.example.org:/s"))
                .toConfirm())
        .extracting(target -> target.host().words() + " " + target.requests())
        .containsExactly("api.example.org 122");
  }

  private void strict() {
    desk.form =
        new Checklist.Form(
            Checklist.Category.SMOKE, Checklist.Mode.DO_CONFIRM, Checklist.Order.STRICT);
  }

  private void turn(Duration time) {
    desk.desk.clock.turn(time);
  }

  private static void awaitWait(RunSession session, String step) throws InterruptedException {
    while (!session.traffic().waits().containsKey(step)) {
      Thread.sleep(20);
    }
  }

  private TrafficPlan plan(Step... steps) {
    return TrafficPlan.of(desk.setting(steps).checklist(), new Variables(Map.of("url", HERE)));
  }

  private Step request(String id, String target) {
    return step(id, new Sends(id, target, 1, false, null, new Outcome.Passed("200")));
  }

  private Step probe(String id, String target) {
    return step(id, new Sends(id, target, 61, true, MINUTE, new Outcome.Passed("60 then 429")));
  }

  private Step step(String id, Sends sends) {
    return RunDesk.step(
        id,
        new Scripted(
            id,
            VerbKind.CHECK,
            _ -> {
              sent.add(id);
              return Conclusion.of(sends.outcome(), "");
            },
            List.of(sends.traffic())),
        StepRules.USUAL);
  }

  private record Sends(
      String id,
      String target,
      long requests,
      boolean many,
      @Nullable Duration window,
      Outcome outcome) {
    Traffic traffic() {
      return new Traffic(target, requests, many, window);
    }
  }
}
