package dev.plimsoll.core.run;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.http.CountingService;
import dev.plimsoll.core.check.http.HttpVerb;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Sample;
import dev.plimsoll.core.model.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run shows of its responses after the program was started anew.
@Timeout(120)
class KeptResponsesTest {
  private static final String TOKEN = "tok-9f86d081884c7d65";

  @TempDir Path folder;
  private RunDesk desk;
  private CountingService service;

  @BeforeEach
  void prepare() throws IOException {
    desk = new RunDesk(folder);
    service =
        new CountingService()
            .on(
                "/seventh",
                (exchange, number) ->
                    CountingService.answer(
                        exchange,
                        number % 7 == 0 ? 500 : 200,
                        "{\"ok\":" + (number % 7 != 0) + "}"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Step burst(int requests) {
    return http(
        map("url", service.url() + "/seventh", "burst", map("requests", requests, "atOnce", 3)));
  }

  @Test
  void theRowsAreTheSameAfterTheProgramWasStartedAnew() throws Exception {
    var step = burst(40);
    Series live;
    try (var session = desk.open(step)) {
      session.start("asks");
      session.awaitIdle();
      live = session.output("asks").series();
    }
    assertThat(live.count()).isEqualTo(40);
    try (var session = desk.open(step)) {
      var empty = session.output("asks");
      assertThat(empty.series().isEmpty()).as("this process has seen nothing").isTrue();
      var again = kept().beside(empty, session.state().step("asks")).series();
      assertThat(again).isEqualTo(live);
      assertThat(again.rows().failures())
          .hasSize(5)
          .allSatisfy(row -> {
            assertThat(row.came()).isEqualTo(new Sample.Came(500, 12));
            assertThat(row.missed()).isEqualTo("Expected status == 200, saw 500.");
            assertThat(row.good()).isFalse();
          });
    }
  }

  @Test
  void anAttemptThatWasCancelledKeepsTheRowsThatItSaw() throws Exception {
    var seen = new CountDownLatch(1);
    service.on(
        "/stuck",
        (exchange, number) -> {
          if (number > 3) {
            seen.countDown();
            awaitTheEnd(exchange);
          }
          CountingService.answer(exchange, 200, "{}");
        });
    try (var session =
        desk.open(http(map("url", service.url() + "/stuck", "repeat", map("times", 9))))) {
      session.start("asks");
      assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
      session.cancel("asks");
      session.awaitIdle();
      assertThat(kept().of(session.state().step("asks")).series().count()).isEqualTo(3);
    }
  }

  /// Until whoever asked has gone.
  private static void awaitTheEnd(HttpExchange exchange) throws IOException {
    try {
      new CountDownLatch(1).await(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IOException(exchange.getRequestURI().toString(), stopped);
    }
  }

  @Test
  void whatThisProcessSawComesBeforeWhatWasKept() throws Exception {
    var step = burst(5);
    try (var session = desk.open(step)) {
      session.start("asks");
      session.awaitIdle();
    }
    try (var session = desk.open(burst(5))) {
      session.start("asks");
      session.awaitIdle();
      var live = session.output("asks");
      assertThat(kept().beside(live, session.state().step("asks"))).isSameAs(live);
    }
  }

  @Test
  void tenThousandResponsesKeepNoMoreThanAPicture() throws Exception {
    var live = new LiveSamples();
    for (var number = 1L; number <= 100_000; number++) {
      live.add(
          new Sample(
              number,
              "GET /" + "\u0001".repeat(4_000),
              new Sample.Came(500, 1),
              number,
              "é".repeat(4_000)));
    }
    var bytes = ResponsesText.of(live.snapshot(), text -> text);
    assertThat(bytes).hasSizeLessThan(ResponsesText.LARGEST);
    assertThat(ResponsesText.read(bytes).count()).isEqualTo(100_000);
    assertThat(ResponsesText.read(bytes).stretches()).isEqualTo(live.snapshot().stretches());
  }

  @Test
  void aSingleResponseIsWholeInItsExchangeAndKeepsNoPicture() throws Exception {
    try (var session = desk.open(http(map("url", service.url() + "/seventh")))) {
      session.start("asks");
      session.awaitIdle();
      assertThat(evidence(session))
          .extracting(Evidence::name)
          .containsExactly("exchange-1.http", "timings.json");
      assertThat(kept().of(session.state().step("asks"))).isEqualTo(Output.NONE);
    }
  }

  @Test
  void aRunThatKeptTimesAloneIsOpenedWithoutRows() throws Exception {
    var asked =
        RunDesk.step(
            "asks",
            Scripted.check(
                "asks",
                context -> {
                  keepTimesAlone(context);
                  return Conclusion.of(new Outcome.Passed("2 of 2"), "all");
                }));
    try (var session = desk.open(asked)) {
      session.start("asks");
      session.awaitIdle();
      assertThat(kept().of(session.state().step("asks"))).isEqualTo(Output.NONE);
    }
  }

  private static void keepTimesAlone(StepContext context) {
    var times = "{\"count\":2,\"good\":2,\"max\":9,\"micros\":[8,9],\"p50\":8,\"p95\":9,\"p99\":9}";
    try {
      context
          .tap()
          .keep(
              "timings.json",
              "application/json",
              new ByteArrayInputStream(times.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Test
  void rowsThatWereChangedOrAreGoneAreSaidToBeUnreadable() throws Exception {
    try (var session = desk.open(burst(8))) {
      session.start("asks");
      session.awaitIdle();
      var file =
          evidence(session).stream()
              .filter(each -> each.name().equals("responses.json"))
              .findFirst()
              .orElseThrow();
      var text = new String(desk.kept.get(file.sha256()), StandardCharsets.UTF_8);
      desk.kept.put(file.sha256(), text.replace(":500", ":200").getBytes(StandardCharsets.UTF_8));
      assertUnreadable(session);
      desk.kept.remove(file.sha256());
      assertUnreadable(session);
    }
  }

  private void assertUnreadable(RunSession session) {
    var output = kept().of(session.state().step("asks"));
    assertThat(output.series().isEmpty()).isTrue();
    assertThat(output.lines().getFirst().text()).contains("cannot be read any more");
  }

  @Test
  void whatAnAnswerGaveAwayIsMaskedInTheRowsToo() throws Exception {
    service.on(
        "/token/" + TOKEN,
        (exchange, number) ->
            CountingService.answer(
                exchange,
                number == 1 ? 500 : 200,
                number == 1 ? "{\"was\":\"" + TOKEN + "\"}" : "{\"token\":\"" + TOKEN + "\"}"));
    var request = map("url", service.url() + "/token/" + TOKEN);
    request.put("retry", map("times", 3, "wait", "1ms", "on", "assert"));
    request.put("capture", map("token", map("from", "jsonpath $.token", "secret", true)));
    try (var session = desk.open(http(request, "jsonpath $.was not exists"))) {
      session.start("asks");
      session.awaitIdle();
      assertThat(session.output("asks").series().count()).isEqualTo(2);
      assertThat(session.output("asks").series().toString()).doesNotContain(TOKEN);
    }
    assertThat(desk.kept.values())
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .hasSizeGreaterThan(2)
        .noneMatch(text -> text.contains(TOKEN));
    assertThat(desk.desk.open().all().toList().toString()).doesNotContain(TOKEN);
  }

  private KeptResponses kept() {
    return new KeptResponses(desk.tools(new Ledger(desk.desk.open())).evidence());
  }

  private static List<Evidence> evidence(RunSession session) {
    return session.state().step("asks").lastAttempt().map(Attempt::ending).orElseThrow().evidence();
  }

  private static Step http(Map<String, Object> request, String... expect) {
    var findings = new dev.plimsoll.core.checklist.Findings();
    var verb =
        new HttpVerb()
            .read(
                dev.plimsoll.core.check.Nodes.of(request),
                dev.plimsoll.core.check.Nodes.of(
                    expect.length == 0 ? List.of("status == 200") : List.of(expect)),
                findings);
    assertThat(verb).as(findings.list().toString()).isNotNull();
    return RunDesk.step("asks", verb);
  }
}
