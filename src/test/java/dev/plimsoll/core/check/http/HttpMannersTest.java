package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A request sent more than once: until it is so, again where it did not do, many times.
class HttpMannersTest {
  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;
  private CountingService service;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root);
    service =
        new CountingService()
            .on(
                "/job",
                (exchange, number) ->
                    CountingService.answer(
                        exchange,
                        200,
                        number < 3 ? "{\"state\":\"queued\"}" : "{\"state\":\"done\"}"))
            .on(
                "/flaky",
                (exchange, number) ->
                    CountingService.answer(exchange, number < 2 ? 503 : 200, "{}"))
            .on("/never", (exchange, _) -> CountingService.answer(exchange, 503, "{}"))
            .on(
                "/busy",
                (exchange, number) -> {
                  exchange.getResponseHeaders().set("Retry-After", "1");
                  CountingService.answer(exchange, number < 2 ? 429 : 200, "{}");
                })
            .on("/ok", (exchange, _) -> CountingService.answer(exchange, 200, "{\"ok\":true}"))
            .on(
                "/seventeenth",
                (exchange, number) ->
                    CountingService.answer(exchange, number == 17 ? 500 : 200, "{}"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void itIsAskedUntilItIsSo() throws Exception {
    var outcome =
        ask(
            map("url", service.url() + "/job", "until", map("every", "20ms", "atMost", "30s")),
            "jsonpath $.state == done");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).contains("at try 3");
    assertThat(service.asked("/job")).isEqualTo(3);
    assertThat(stage.tap.lines().getFirst()).contains("again in 20ms, 29s left");
  }

  @Test
  void whatIsNeverSoFailsWithTheLastAnswer() throws Exception {
    var outcome =
        ask(
            map(
                "url",
                service.url() + "/never",
                "until",
                map("every", "50ms", "atMost", "200ms", "backOff", "1.5")),
            "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed())
        .startsWith("not so within 200ms, at the last of")
        .contains("503");
    assertThat(messages(outcome)).containsExactly("Expected status == 200, saw 503.");
  }

  @Test
  void aServiceThatSaysWhenIsAskedThen() throws Exception {
    var began = System.nanoTime();
    var outcome =
        ask(
            map(
                "url",
                service.url() + "/busy",
                "retry",
                map("times", 3, "wait", "1ms", "on", "assert")),
            "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(1_000_000_000L);
  }

  @Test
  void aPassAfterARetryIsAWarningAndBothTriesAreKept() throws Exception {
    var outcome =
        ask(
            map(
                "url",
                service.url() + "/flaky",
                "retry",
                map("times", 3, "wait", "1ms", "on", "assert")),
            "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(messages(outcome).getFirst()).startsWith("It was so at try 2 only; before: 503");
    assertThat(stage.tap.names()).contains("exchange-1.http", "exchange-2.http");
  }

  @Test
  void nothingIsTriedAgainUnasked() throws Exception {
    ask(map("url", service.url() + "/flaky"), "status == 200");
    assertThat(service.asked("/flaky")).isEqualTo(1);
  }

  @Test
  void aWrongAnswerIsNoReasonToTryAgainWhereOnlyConnectionsAre() throws Exception {
    ask(map("url", service.url() + "/never", "retry", map("times", 3)), "status == 200");
    assertThat(service.asked("/never")).isEqualTo(1);
  }

  @Test
  void aBurstCountsAllAndUsesItsConnectionsAgain() throws Exception {
    var outcome =
        ask(
            map("url", service.url() + "/ok", "burst", map("requests", 200, "atOnce", 8)),
            "status == 200",
            "jsonpath $.ok == true",
            "p(95) < 60s");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).startsWith("all 200 good in ");
    assertThat(service.asked("/ok")).isEqualTo(200);
    assertThat(service.connections()).isLessThanOrEqualTo(8);
    assertThat(stage.tap.text("timings.json")).contains("\"count\":200,\"good\":200,");
  }

  @Test
  void aWideBurstKeepsLessOfEachBodyAndCountsAllOfIt() throws Exception {
    var body = "x".repeat(2 << 20);
    service.on("/large", (exchange, _) -> CountingService.answer(exchange, 200, body));
    var request = map("url", service.url() + "/large");
    request.put("burst", map("requests", 256, "atOnce", 256));
    request.put("timeout", "60s");
    var outcome = ask(request, "bytes == " + body.length());
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(messages(outcome))
        .containsExactly("The body has 2097152 bytes, and only the first 1048576 were kept.");
    assertThat(stage.tap.text("exchange-1.http"))
        .hasSizeLessThan(70_000)
        .contains("[cut off here]", "2097152 bytes");
  }

  @Test
  void theRequestThatFailedIsNamedByItsNumber() throws Exception {
    var outcome =
        ask(
            map("url", service.url() + "/seventeenth", "repeat", map("times", 20)),
            "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome))
        .containsExactly("Request 17 of 20: Expected status == 200, saw 500.");
    assertThat(stage.tap.names()).contains("exchange-17.http");
  }

  @Test
  void someFailuresMayBeTolerated() throws Exception {
    var request = map("url", service.url() + "/seventeenth", "repeat", map("times", 20));
    assertThat(ask(request, "status == 200", "rate <= 5%")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void moreFailuresThanToleratedFail() throws Exception {
    var request = map("url", service.url() + "/never", "repeat", map("times", 4));
    var outcome = ask(request, "status == 200", "failures <= 3");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome)).contains("Expected failures <= 3, saw 4.");
  }

  @Test
  void aPercentileBeyondItsLimitFails() throws Exception {
    var outcome = ask(map("url", service.url() + "/ok", "repeat", map("times", 5)), "p(95) < 0ms");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome).getFirst()).startsWith("Expected p(95) < 0ms, saw ");
  }

  private Outcome ask(Map<String, Object> request, String... expect) throws InterruptedException {
    return stage.carryOut(verb, request, List.of(expect)).outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
