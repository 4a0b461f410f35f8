package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveSamplesTest {
  private final LiveSamples live = new LiveSamples();
  @TempDir Path folder;

  @Test
  void aMillionResponsesTakeNoMoreRoomThanAFewHundred() {
    for (var i = 1L; i <= 1_000_000; i++) {
      live.add(sample(i, 1_000 + i % 977, i % 100_000 != 0));
    }
    var series = live.snapshot();
    assertThat(series.count()).isEqualTo(1_000_000);
    assertThat(series.failed()).isEqualTo(10);
    assertThat(series.stretches())
        .hasSizeLessThanOrEqualTo(LiveSamples.STRETCHES)
        .hasSizeGreaterThan(LiveSamples.STRETCHES / 3);
    assertThat(series.rows().latest()).hasSize(LiveSamples.LATEST);
    assertThat(series.rows().latest().getLast().number()).isEqualTo(1_000_000);
  }

  @Test
  void puttingNeighboursTogetherLosesNoResponseAndNoFailure() {
    for (var i = 1L; i <= 10_007; i++) {
      live.add(sample(i, 10_000 + i, i % 1_000 != 3));
    }
    var series = live.snapshot();
    assertThat(series.stretches().stream().mapToLong(Series.Stretch::count).sum())
        .isEqualTo(10_007);
    assertThat(series.stretches().stream().mapToLong(Series.Stretch::failed).sum()).isEqualTo(11);
    assertThat(series.rows().failures())
        .extracting(Sample::number)
        .startsWith(3L, 1_003L, 2_003L)
        .hasSize(11);
    for (var i = 1; i < series.stretches().size(); i++) {
      assertThat(series.stretches().get(i).fastest())
          .isEqualTo(series.stretches().get(i - 1).slowest() + 1);
    }
  }

  @Test
  void percentilesAreThoseOfASortedListToWithinOnePartIn128() {
    var random = new Random(7);
    var all = new ArrayList<Long>();
    for (var i = 1L; i <= 5_000; i++) {
      var micros = (long) Math.exp(4 + random.nextDouble() * 9);
      all.add(micros);
      live.add(sample(i, micros, true));
    }
    all.sort(null);
    var spread = live.snapshot().spread();
    assertThat(spread.fastest()).isEqualTo(all.getFirst());
    assertThat(spread.slowest()).isEqualTo(all.getLast());
    assertThat((double) spread.median()).isCloseTo(all.get(2_499), within(all.get(2_499) / 128.0));
    assertThat((double) spread.p95()).isCloseTo(all.get(4_749), within(all.get(4_749) / 128.0));
  }

  @Test
  void smallNumbersAndAbsurdOnesAreCountedToo() {
    for (var micros : new long[] {0, 3, 127, 128, Long.MAX_VALUE, -5}) {
      live.add(sample(1, micros, true));
    }
    var spread = live.snapshot().spread();
    assertThat(spread.fastest()).isZero();
    assertThat(spread.median()).isEqualTo(3);
    assertThat(spread.slowest()).isEqualTo((1L << 41) - 1);
  }

  @Test
  void aPictureThatWasTakenDoesNotChange() {
    live.add(sample(1, 5, true));
    var before = live.snapshot();
    assertThat(live.snapshot()).isSameAs(before);
    LongStream.rangeClosed(2, 9).forEach(i -> live.add(sample(i, 5, false)));
    assertThat(before.count()).isOne();
    assertThat(before.rows().failures()).isEmpty();
    assertThat(live.snapshot().rows().failures()).hasSize(8);
  }

  @Test
  void aRunShowsTheResponsesOfItsStepWhileItRunsAndMasksWhatTheyEcho() throws Exception {
    var desk = new RunDesk(folder);
    desk.secrets = Set.of("ADMIN_KEY");
    desk.environment.put("ADMIN_KEY", "k-0183f4aa");
    var halfWay = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var step =
        RunDesk.step(
            "burst",
            Scripted.check(
                "burst",
                context -> {
                  context
                      .tap()
                      .sample(
                          new Sample(
                              1, "GET /?key=k-0183f4aa", new Sample.Came(200, 2), 900, null));
                  context
                      .tap()
                      .sample(
                          new Sample(
                              2,
                              "GET /",
                              new Sample.Came(500, 0),
                              1_100,
                              "Expected 200, saw k-0183f4aa."));
                  halfWay.countDown();
                  assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                  return Conclusion.of(new Outcome.Failed("1 of 2", java.util.List.of()), "all");
                }));
    try (var session = desk.open(step)) {
      session.start("burst");
      assertThat(halfWay.await(20, TimeUnit.SECONDS)).isTrue();

      var running = session.view().step("burst").orElseThrow().live();
      assertThat(running.tally()).isEqualTo(new Tally(2, 1));
      goOn.countDown();
      session.awaitIdle();

      var series = session.output("burst").series();
      assertThat(series.count()).isEqualTo(2);
      assertThat(series.rows().latest().getFirst().label()).doesNotContain("k-0183f4aa");
      session.start("burst");
      session.awaitIdle();
      assertThat(session.output("burst").series().count()).as("of the last attempt").isEqualTo(2);
    }
  }

  private static Sample sample(long number, long micros, boolean good) {
    return new Sample(
        number,
        "GET /search",
        new Sample.Came(good ? 200 : 500, 17),
        micros,
        good ? null : "Expected status == 200, saw 500.");
  }
}
