package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.run.QuotaWait;
import dev.plimsoll.core.run.TrafficPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficWordsTest {
  private static final Host HERE = new Host("localhost", 8000);
  private static final TrafficPlan.Part HEALTH =
      new TrafficPlan.Part("health", "It answers", 1, false, null);
  private static final TrafficPlan.Part LIMIT =
      new TrafficPlan.Part("limit", "The limit is kept", 61, true, Duration.ofSeconds(60));

  @Test
  void thePlanSaysHowManyRequestsGoWhereAndThatNothingGoesElsewhere() {
    var plan =
        new TrafficPlan(
            List.of(new TrafficPlan.Target(HERE, List.of(HEALTH, LIMIT))),
            List.of(new TrafficPlan.Wait(HEALTH, LIMIT, HERE, Duration.ofSeconds(60), false)),
            List.of());
    assertThat(TrafficWords.whole(plan))
        .isEqualTo("62 requests at most, to localhost:8000 and nowhere else.");
    assertThat(TrafficWords.parts(plan.targets().getFirst()))
        .containsExactly(
            new TrafficWords.Line("It answers", "", "1"),
            new TrafficWords.Line(
                "The limit is kept", "in quick succession, uses up the quota for 60 s", "61"));
    assertThat(TrafficWords.waits(plan.waits()))
        .containsExactly(
            "“It answers” waits up to 60 s after “The limit is kept”, which uses up the quota of"
                + " localhost:8000.");
    assertThat(TrafficWords.unknown(plan)).isEmpty();
  }

  @Test
  void severalServicesAreListed() {
    var targets =
        List.of("a:1", "b:2", "c:3").stream()
            .map(host -> new TrafficPlan.Target(Host.of(host).orElseThrow(), List.of(HEALTH)))
            .toList();

    assertThat(TrafficWords.whole(new TrafficPlan(targets, List.of(), List.of())))
        .isEqualTo("3 requests at most, to a:1, b:2 and c:3, and nowhere else.");
    assertThat(TrafficWords.whole(new TrafficPlan(targets.subList(0, 2), List.of(), List.of())))
        .isEqualTo("2 requests at most, to a:1 and b:2, and nowhere else.");
  }

  @Test
  void anAddressThatIsNotKnownYetIsNeverCalledNowhere() {
    var plan =
        new TrafficPlan(
            List.of(new TrafficPlan.Target(HERE, List.of(HEALTH))), List.of(), List.of("{url}/x"));
    assertThat(TrafficWords.whole(plan)).isEqualTo("1 request, to localhost:8000.");
    assertThat(TrafficWords.unknown(plan).orElseThrow()).contains("{url}/x");
  }

  @Test
  void ofManyStepsTheFirstAreShownAndTheOthersCounted() {
    var parts = new ArrayList<TrafficPlan.Part>();
    for (var i = 0; i < 200; i++) {
      parts.add(new TrafficPlan.Part("s" + i, "Step " + i, 2, false, null));
    }
    var lines = TrafficWords.parts(new TrafficPlan.Target(HERE, parts));
    assertThat(lines).hasSize(31);
    assertThat(lines.getLast()).isEqualTo(new TrafficWords.Line("and 170 more steps", "", "340"));
  }

  @Test
  void theClockOfAWaitRunsDownAndIsNeverEarly() {
    var until = Views.NOW.plusSeconds(41);
    var wait = new QuotaWait("health", until, HERE, "The limit is kept", true);
    assertThat(QuotaWords.brief(wait, Views.NOW.plusMillis(1)))
        .isEqualTo("waits 0:41 for the quota of localhost:8000");
    assertThat(QuotaWords.left(wait, until)).isEqualTo("0:00");
    assertThat(QuotaWords.left(wait, until.plusSeconds(3))).isEqualTo("0:00");
    assertThat(QuotaWords.why(wait)).contains("The limit is kept").contains("localhost:8000");
    var unknown = new QuotaWait("health", null, HERE, "The limit is kept", true);
    assertThat(QuotaWords.brief(unknown, Views.NOW)).isEqualTo("waits for “The limit is kept”");
  }
}
