package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.TestTap;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A secret that is sent, and that the server sends back in every spelling.
class HttpSecretsTest {
  private static final String SECRET = "hunter2+pass/word=9";

  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;
  private RawServer server;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root).secret("KEY", SECRET);
    server = new RawServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static List<String> spellings() {
    var bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    return List.of(
        SECRET,
        URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getEncoder().encodeToString(("user:" + SECRET).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"body == ok", "jsonpath $.key == x", "header X-Echo == x", "status == 500"})
  void anEchoedSecretIsMaskedWhereverItShowsUp(String expectation) throws Exception {
    var echo = String.join("\",\"", spellings());
    server.on(
        "/echo",
        RawServer.answer(
            "200 OK",
            "X-Echo: " + SECRET + "\r\n",
            "{\"nul\":\"\u0000\",\"key\":\"" + SECRET + "\",\"all\":[\"" + echo + "\"]}"));
    assertSilent(expectation, request("/echo"));
  }

  @Test
  void aLongTextThatIsCutDoesNotShowHalfOfASecret() throws Exception {
    server.on("/long", RawServer.answer("200 OK", "", "x".repeat(110) + SECRET + "tail"));
    assertSilent("body == ok", request("/long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xxxx"})
  void theEndOfWhatIsKeptShowsNoHalfOfASecretEither(String before) throws Exception {
    server.on("/many", RawServer.answer("200 OK", "", before + SECRET.repeat(5000)));
    assertSilent("body == ok", request("/many"));
    assertThat(stage.tap.text("exchange-1.http")).contains("[cut off here]");
  }

  @Test
  void aSecretInARedirectionIsMasked() throws Exception {
    server.on(
        "/move",
        RawServer.answer("302 Found", "Location: http://other.invalid/?k=" + SECRET + "\r\n", ""));
    var request = request("/move");
    request.put("redirects", 1);
    assertSilent("status == 200", request);
  }

  @Test
  void keysOfOthersAreNotKeptEither() throws Exception {
    server.on(
        "/cookie",
        RawServer.answer("200 OK", "Set-Cookie: session=abcdef0123456789; Path=/\r\n", "{}"));
    stage.carryOut(verb, request("/cookie"), List.of("status == 200"));
    assertThat(stage.tap.text("exchange-1.http"))
        .contains("set-cookie: [not kept]")
        .doesNotContain("abcdef0123456789");
  }

  @Test
  void aCapturedSecretIsMaskedInTheVeryAnswerThatHoldsIt() throws Exception {
    server.on(
        "/login",
        RawServer.answer("200 OK", "", "{\"token\":\"tok-123456789\",\"a\":\"tok-123456789\"}"));
    var request = map("url", server.url() + "/login");
    request.put("capture", map("token", map("from", "jsonpath $.token", "secret", true)));
    var outcome = stage.carryOut(verb, request, List.of("jsonpath $.a == b")).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings().toString()).doesNotContain("tok-123456789");
    assertThat(stage.tap.text("exchange-1.http")).doesNotContain("tok-123456789");
    stage.carryOut(verb, request, List.of("status == 200"));
    assertThat(stage.effects)
        .containsExactly(
            new StepContext.Effect.GivenAway(Map.of("token", "tok-123456789")),
            new StepContext.Effect.GivenAway(Map.of("token", "tok-123456789")),
            new StepContext.Effect.Captured(Map.of(), Map.of("token", "tok-123456789")));
    assertThat(stage.tap.names()).doesNotContain("captured.json");
  }

  @Test
  void whatOneTryGivesAwayIsMaskedInAllOfTheAttempt() throws Exception {
    try (var service = new CountingService()) {
      service.on(
          "/renew",
          (exchange, number) ->
              CountingService.answer(
                  exchange,
                  200,
                  switch (number) {
                    case 1 -> "{\"token\":\"tok-of-try-one\",\"next\":\"tok-of-try-two\"}";
                    case 2 -> "{\"token\":\"tok-of-try-two\",\"was\":\"tok-of-try-one\"}";
                    default -> "{\"was\":[\"tok-of-try-one\",\"tok-of-try-two\"]}";
                  }));
      var request = map("url", service.url() + "/renew");
      request.put("retry", map("times", 3, "wait", "1ms", "on", "assert"));
      request.put("capture", map("token", map("from", "jsonpath $.token", "secret", true)));
      var conclusion =
          stage.carryOut(verb, request, List.of("jsonpath $.was == x", "jsonpath $.was[0] == y"));
      assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
      assertThat(stage.tap.names())
          .contains("exchange-1.http", "exchange-2.http", "exchange-3.http");
      assertThat(conclusion + everything(stage.tap) + stage.tap.samples())
          .doesNotContain("tok-of-try-one", "tok-of-try-two")
          .contains("[redacted captured.token]", "[redacted captured.token.2]");
    }
  }

  @Test
  void whatTheVeryLastTryTakesOpenlyIsMaskedWhereAnEarlierOneGaveItAway() throws Exception {
    server.on(
        "/both", RawServer.answer("200 OK", "", "{\"token\":\"tok-123456789\",\"id\":\"a\"}"));
    var request = map("url", server.url() + "/both");
    request.put(
        "capture",
        map("open", "jsonpath $.token", "token", map("from", "jsonpath $.token", "secret", true)));
    stage.carryOut(verb, request, List.of("status == 200"));
    assertThat(stage.tap.text("captured.json"))
        .isEqualTo("{\"open\":\"[redacted captured.token]\"}");
  }

  @Test
  void moreSecretsThanCanBeMaskedLeaveNoExchangeBehind() throws Exception {
    try (var service = new CountingService()) {
      service.on(
          "/token",
          (exchange, number) ->
              CountingService.answer(exchange, 500, "{\"token\":\"tok-number-" + number + "\"}"));
      var request = map("url", service.url() + "/token");
      request.put("burst", map("requests", GivenAway.MOST + 20, "atOnce", 4));
      request.put("capture", map("token", map("from", "jsonpath $.token", "secret", true)));
      var outcome = stage.carryOut(verb, request, List.of("status == 200")).outcome();
      assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
      assertThat(outcome.findings().getFirst().message()).contains("More than 1000 different");
      assertThat(stage.tap.names()).containsExactly("timings.json");
    }
  }

  private Map<String, Object> request(String path) {
    return map(
        "url",
        server.url() + path,
        "method",
        "POST",
        "headers",
        map("X-Custom", "{secret.KEY}"),
        "query",
        map("k", "{secret.KEY}"),
        "json",
        map("k", "{secret.KEY}"));
  }

  /// Nothing that leaves the verb holds a spelling of the secret; live lines and evidence are
  /// looked at before the run masks them once more.
  private void assertSilent(String expectation, Map<String, Object> request)
      throws InterruptedException {
    var conclusion = stage.carryOut(verb, request, List.of(expectation));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
    var said = conclusion.toString() + everything(stage.tap);
    for (var spelling : spellings()) {
      assertThat(said).doesNotContain(spelling);
    }
    assertThat(said).doesNotContain("hunter2").contains("[redacted KEY]");
    assertThat(new Redactor(Map.of("KEY", SECRET), Set.of()).redact(said)).isEqualTo(said);
  }

  private static String everything(TestTap tap) {
    var all = new StringBuilder(tap.lines().toString());
    tap.names().forEach(name -> all.append(tap.text(name)));
    return all.toString();
  }
}
