package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A step's own time ends whatever the step still has to ask, and nobody is blamed for what was not
/// asked.
@Timeout(60)
class StepTimeTest {
  private static final Map<String, Object> HOUR = map("every", "300ms", "atMost", "1h");

  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;
  private RawServer server;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root).within(Duration.ofSeconds(3));
    server =
        new RawServer()
            .on("/busy", RawServer.answer("503 Busy", "", "{}"))
            .on("/later", RawServer.answer("503 Busy", "Retry-After: 3600\r\n", "{}"))
            .on("/silent", (_, _, _) -> Thread.sleep(60_000))
            .on(
                "/slow",
                (_, _, out) -> {
                  Thread.sleep(300);
                  out.write(RawServer.answer("200 OK", "", "{}").getBytes(StandardCharsets.UTF_8));
                });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void whatIsAskedUntilItIsSoEndsWithTheStep() throws Exception {
    var outcome = ask(map("url", server.url() + "/busy", "until", HOUR));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed())
        .startsWith("the step's time of 3s was over after ")
        .contains("; the last: 503 in ");
    assertThat(messages(outcome)).contains("The last answer: Expected status == 200, saw 503.");
    assertThat(server.asked()).hasSizeBetween(1, 10);
  }

  @Test
  void aWaitThatTheServiceAsksForIsNotBegunWhereItLeavesNothing() throws Exception {
    var outcome =
        ask(
            map(
                "url",
                server.url() + "/later",
                "retry",
                map("times", 3, "within", "2h", "on", "assert")));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed())
        .startsWith("the step's time of 3s was over after 1 try; the last: 503 in ");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aRequestThatHasNotHadItsTimeIsNoFailure() throws Exception {
    var outcome = ask(map("url", server.url() + "/silent", "timeout", "50s"));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).isEqualTo("no answer before the step's time of 3s was over");
  }

  @Test
  void aProbeOfALimitEndsWithTheStep() throws Exception {
    var outcome =
        ask(
            map(
                "url",
                server.url() + "/slow",
                "rateLimit",
                map("limit", 60, "window", "60s", "refused", 429)));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).startsWith("the step's time of 3s was over at request ");
    assertThat(server.asked().size()).isBetween(1, 15);
  }

  @Test
  void aBurstCountsOnlyWhatWasAnswered() throws Exception {
    var outcome =
        ask(map("url", server.url() + "/slow", "burst", map("requests", 5000, "atOnce", 4)));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome))
        .singleElement()
        .asString()
        .startsWith("Only ")
        .endsWith(" of 5000 requests were answered in the time that the step may take.");
  }

  @Test
  void aDelayLongerThanTheStepSendsNothing() throws Exception {
    var outcome = ask(map("url", server.url() + "/slow", "delay", "1h"));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void whatMayGrowForAnHourIsWaitedForNoLongerThanTheStepLasts() throws Exception {
    Files.writeString(root.resolve("access.log"), "one\n");
    server.on("/quick", RawServer.answer("200 OK", "", "{}"));
    var outcome =
        ask(
            map(
                "url",
                server.url() + "/quick",
                "delta",
                map("file", "access.log", "lines", 1, "within", "1h")));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome))
        .containsExactly(
            "Expected that access.log grows by exactly 1 line within 1h, saw 1 stay 1. There was"
                + " more time to wait, and the step's time of 3s does not last for it.");
  }

  @Test
  void countersThatAreReadTooLateAreUnclear() throws Exception {
    server.on("/quick", RawServer.answer("200 OK", "", "{}"));
    server.on(
        "/metrics",
        (_, _, out) -> {
          if (server.asked().size() > 2) {
            Thread.sleep(60_000);
          }
          out.write(RawServer.answer("200 OK", "", "n 1\n").getBytes(StandardCharsets.UTF_8));
        });
    var outcome =
        ask(
            map(
                "url",
                server.url() + "/quick",
                "timeout",
                "50s",
                "delta",
                map("metric", map("url", server.url() + "/metrics", "name", "n"), "by", 1)));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome).getFirst())
        .contains("Cannot tell whether n grows by exactly 1")
        .contains("before the step's time of 3s was over");
  }

  private Outcome ask(Map<String, Object> request) throws InterruptedException {
    return stage.carryOut(verb, request, List.of("status == 200")).outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
