package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sixty are good and the next is refused: against a true fixed window, and against an nginx that
/// limits in another way.
class RateLimitTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;
  private CountingService service;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root);
    service = new CountingService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sixtyAreGoodAndTheNextIsRefused() throws Exception {
    service.limited("/", 60, MINUTE, 0, false);
    var outcome = probe(map("header", "Retry-After"));
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed())
        .startsWith("60 requests good, request 61 was refused with 429 after ");
    assertThat(service.asked("/")).isEqualTo(61);
    assertThat(service.connections()).isEqualTo(1);
  }

  @Test
  void aLimitThatIsOneTooLowIsShownAsFiftyNine() throws Exception {
    service.limited("/", 59, MINUTE, 0, false);
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).endsWith("59 good, not 60");
  }

  @Test
  void aLimitThatIsOneTooHighIsShownAsSixtyOne() throws Exception {
    service.limited("/", 61, MINUTE, 0, false);
    var outcome = probe(map("probe", 70));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).endsWith("61 good, not 60");
  }

  @Test
  void noLimitAtAllFails() throws Exception {
    service.on("/", (exchange, _) -> CountingService.answer(exchange, 200, "{}"));
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).startsWith("none of 61 requests was refused");
  }

  @Test
  void anyOtherAnswerIsNamedWithItsNumberAndNoPass() throws Exception {
    service.on(
        "/",
        (exchange, number) ->
            CountingService.answer(exchange, number == 31 ? 500 : number > 60 ? 429 : 200, "{}"));
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).startsWith("request 31 of 61: 500 in ");
    assertThat(service.asked("/")).isEqualTo(31);
  }

  @Test
  void aRefusalWithAnotherStatusIsNoPass() throws Exception {
    service.on(
        "/", (exchange, number) -> CountingService.answer(exchange, number > 60 ? 503 : 200, "{}"));
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).startsWith("request 61 of 61: 503");
  }

  @Test
  void aQuotaThatIsUsedUpBeforeIsInconclusive() throws Exception {
    service.limited("/", 60, MINUTE, 60, false);
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).endsWith("the quota was not fresh");
    assertThat(outcome.findings().getFirst().next())
        .matches("Wait (5\\d|60|1m)s? and run the step again\\.");
  }

  @Test
  void aQuotaThatTheServiceSaysWasTouchedIsInconclusive() throws Exception {
    service.limited("/", 60, MINUTE, 20, true);
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome))
        .containsExactly("The first answer said that 40 requests were left of 60.");
  }

  @Test
  void aWindowThatBeganBeforeIsInconclusive() throws Exception {
    service.on(
        "/",
        (exchange, number) -> {
          exchange.getResponseHeaders().set("Retry-After", "20");
          CountingService.answer(exchange, number > 40 ? 429 : 200, "{}");
        });
    var outcome = probe(map());
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome).getFirst()).startsWith("The quota is renewed in 20s");
  }

  @Test
  void aProbeThatTakesLongerThanTheWindowIsInconclusive() throws Exception {
    service.on(
        "/",
        (exchange, _) -> {
          try {
            Thread.sleep(20);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          CountingService.answer(exchange, 200, "{}");
        });
    var outcome = probe(map("limit", 60, "window", "100ms"));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).endsWith("beyond the window");
    assertThat(service.asked("/")).isLessThan(61);
  }

  @Test
  void aQuotaThatIsRenewedMeanwhileIsInconclusive() throws Exception {
    service.on(
        "/",
        (exchange, number) -> {
          exchange
              .getResponseHeaders()
              .set("RateLimit-Remaining", Integer.toString((100 - number) % 60));
          CountingService.answer(exchange, 200, "{}");
        });
    assertThat(probe(map())).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void aRefusalWithoutItsHeaderFails() throws Exception {
    service.on(
        "/", (exchange, number) -> CountingService.answer(exchange, number > 60 ? 429 : 200, "{}"));
    var outcome = probe(map("header", "Retry-After"));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).endsWith("without the header Retry-After");
  }

  @Test
  void theLeakyBucketOfNginxIsNamedByTheNumberThatItRefuses() throws Exception {
    var folder = root.resolve("nginx");
    try (var nginx =
        Nginx.start(
            folder,
            """
            limit_req_zone $binary_remote_addr zone=all:1m rate=60r/m;
            limit_req_status 429;
            server {
              listen 127.0.0.1:{port};
              location / { limit_req zone=all burst=9 nodelay; root {folder}; try_files /nginx.conf =404; }
            }
            """)) {
      var outcome =
          stage
              .carryOut(
                  verb,
                  map("url", nginx.url() + "/", "rateLimit", map("limit", 60, "window", "60s")),
                  null)
              .outcome();
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(outcome.observed()).containsPattern("^request 1[1-5] was refused with 429");
    }
  }

  private Outcome probe(Map<String, Object> more) throws InterruptedException {
    var rate = new HashMap<String, Object>(map("limit", 60, "window", "60s", "refused", 429));
    rate.putAll(more);
    return stage.carryOut(verb, map("url", service.url() + "/", "rateLimit", rate), null).outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
