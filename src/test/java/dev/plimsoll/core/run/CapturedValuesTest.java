package dev.plimsoll.core.run;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.http.CountingService;
import dev.plimsoll.core.check.http.HttpVerb;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Values that one step takes from an answer and later ones use.
@Timeout(60)
class CapturedValuesTest {
  private static final String TOKEN = "tok-9f86d081884c7d65";

  @TempDir Path folder;
  private RunDesk desk;
  private CountingService service;
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    desk = new RunDesk(folder);
    service =
        new CountingService()
            .on(
                "/login",
                (exchange, _) ->
                    CountingService.answer(
                        exchange, 200, "{\"token\":\"" + TOKEN + "\",\"job\":\"job-7\"}"))
            .on(
                "/jobs/job-7",
                (exchange, _) -> {
                  var token = exchange.getRequestHeaders().getFirst("X-Token");
                  tokens.add(String.valueOf(token));
                  CountingService.answer(exchange, 200, "{\"token\":\"" + token + "\"}");
                });
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Step login() {
    return http(
        "login",
        map(
            "url",
            service.url() + "/login",
            "capture",
            map(
                "job",
                "jsonpath $.job",
                "token",
                map("from", "jsonpath $.token", "secret", true))));
  }

  private Step job() {
    return http("job", map("url", service.url() + "/jobs/{captured.login.job}"));
  }

  private Step jobWithToken() {
    return http(
        "told",
        map(
            "url",
            service.url() + "/jobs/{captured.login.job}",
            "headers",
            map("X-Token", "{captured.login.token}")));
  }

  @Test
  void aLaterStepUsesWhatAnEarlierOneTook() throws InterruptedException {
    try (var session = desk.open(login(), jobWithToken())) {
      session.startAutomatic();
      session.awaitIdle();
      assertThat(session.view().steps())
          .extracting(StepView::standing)
          .containsOnly(Standing.PASSED);
    }
    assertThat(tokens).containsExactly(TOKEN);
  }

  @Test
  void aSecretOneStandsNowhere() throws InterruptedException {
    try (var session = desk.open(login(), jobWithToken())) {
      session.startAutomatic();
      session.awaitIdle();
      assertThat(session.output("told").toString()).doesNotContain(TOKEN);
    }
    assertThat(desk.desk.open().all().toList().toString()).doesNotContain(TOKEN);
    assertThat(desk.kept.values())
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .isNotEmpty()
        .noneMatch(text -> text.contains(TOKEN))
        .anyMatch(text -> text.contains("[redacted captured.login.token]"));
  }

  @Test
  void aSecretOfAnEarlierAttemptStaysMaskedHoweverThatOneEnded() throws InterruptedException {
    var first = "tok-of-the-first-try-11";
    var second = "tok-of-the-second-try-22";
    service
        .on(
            "/renewed",
            (exchange, number) ->
                CountingService.answer(
                    exchange,
                    number == 1 ? 500 : 200,
                    switch (number) {
                      case 1 -> "{\"token\":\"" + first + "\"}";
                      case 2 -> "{\"token\":\"" + second + "\",\"was\":\"" + first + "\"}";
                      default -> "{\"token\":\"" + TOKEN + "\",\"was\":\"" + second + "\"}";
                    }))
        .on(
            "/echo",
            (exchange, _) ->
                CountingService.answer(exchange, 200, "\"" + first + second + TOKEN + "\""));
    var renewed =
        http(
            "renewed",
            map(
                "url",
                service.url() + "/renewed",
                "capture",
                map("token", map("from", "jsonpath $.token", "secret", true))));
    try (var session = desk.open(renewed, http("echo", map("url", service.url() + "/echo")))) {
      for (var step : List.of("renewed", "renewed", "renewed", "echo")) {
        session.start(step);
        session.awaitIdle();
      }
      assertThat(standing(session, "echo")).isEqualTo(Standing.PASSED);
    }
    assertThat(desk.kept.values())
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .noneMatch(text -> text.contains(first) || text.contains(second) || text.contains(TOKEN))
        .anyMatch(text -> text.contains("[redacted captured.renewed.token"));
  }

  @Test
  void whatIsNoSecretOutlivesTheProgramAndWhatIsDoesNot() throws InterruptedException {
    try (var session = desk.open(login(), job(), jobWithToken())) {
      session.start("login");
      session.awaitIdle();
    }
    try (var session = desk.open(login(), job(), jobWithToken())) {
      session.start("job");
      session.start("told");
      session.awaitIdle();
      assertThat(standing(session, "job")).isEqualTo(Standing.PASSED);
      assertThat(standing(session, "told")).isEqualTo(Standing.UNAVAILABLE);
      assertThat(
              session
                  .state()
                  .step("told")
                  .lastAttempt()
                  .orElseThrow()
                  .ending()
                  .outcome()
                  .observed())
          .contains("{captured.login.token}, which nothing has captured in this run.")
          .contains("Run the step login first");
    }
  }

  @Test
  void aCapturedValueNeverSaysWhichHostIsAsked() throws InterruptedException {
    var elsewhere =
        http("elsewhere", map("url", "http://localhost{captured.login.job}:" + service.port()));
    try (var session = desk.open(login(), elsewhere)) {
      session.startAutomatic();
      session.awaitIdle();
      assertThat(standing(session, "elsewhere")).isEqualTo(Standing.UNAVAILABLE);
      assertThat(
              session
                  .state()
                  .step("elsewhere")
                  .lastAttempt()
                  .orElseThrow()
                  .ending()
                  .outcome()
                  .observed())
          .contains("A captured value would change which host is asked.");
    }
  }

  private static Standing standing(RunSession session, String step) {
    return session.view().steps().stream()
        .filter(view -> view.step().id().equals(step))
        .findFirst()
        .orElseThrow()
        .standing();
  }

  /// Read without the lint that refuses the last of them.
  private static Step http(String id, Map<String, Object> request) {
    var findings = new dev.plimsoll.core.checklist.Findings();
    var verb =
        new HttpVerb()
            .read(
                dev.plimsoll.core.check.Nodes.of(request),
                dev.plimsoll.core.check.Nodes.of(List.of("status == 200")),
                findings);
    assertThat(verb).as(findings.list().toString()).isNotNull();
    return RunDesk.step(id, verb);
  }
}
