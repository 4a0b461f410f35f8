package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One request and its answer, against a real nginx.
class HttpVerbTest {
  @TempDir static Path folder;
  private static Nginx nginx;

  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    nginx =
        Nginx.start(
            folder,
            """
            gzip on;
            gzip_types *;
            gzip_min_length 1;
            server {
              listen 127.0.0.1:{port};
              default_type application/json;
              location = /health { return 200 '{"ok":true,"checks":[{"name":"db"},{"name":"disk"}]}'; }
              location = /echo { return 200 '{"key":"$http_x_api_key","query":"$args","type":"$content_type"}'; }
              location = /down { return 503 '{"ok":false}'; }
              location = /old { return 301 /health; }
              location = /circle { return 302 /circle; }
              location = /away { return 302 http://127.0.0.1:{port}/echo; }
              location = /twice { add_header X-Twice a; add_header X-Twice b; return 200 '{}'; }
            }
            """);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    nginx.close();
  }

  @BeforeEach
  void prepare() {
    stage = new Stage(root);
  }

  @Test
  void anAnswerAsExpectedPassesAndSaysHowLongItTook() throws Exception {
    var conclusion =
        ask(
            "/health",
            List.of("status == 200", "jsonpath $.ok == true", "header Server contains nginx"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Passed.class);
    assertThat(conclusion.outcome().observed()).matches("200 in (under 1|\\d+) ms");
    assertThat(conclusion.expected())
        .isEqualTo("status == 200; body jsonpath \"$.ok\" == true; header Server contains nginx");
  }

  @Test
  void everythingThatDiffersIsToldWithWhatWasSeen() throws Exception {
    var outcome =
        ask("/down", List.of("status == 2xx", "jsonpath $.ok == true", "jsonpath $.nothing exists"))
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome))
        .containsExactly(
            "Expected status == 2xx, saw 503.",
            "Expected body jsonpath \"$.ok\" == true, saw false.",
            "Expected body jsonpath \"$.nothing\" exists, saw 0 nodes.");
  }

  @Test
  void aPathThatMatchesNothingIsAFailureWhateverIsAskedOfIt() throws Exception {
    for (var expectation : List.of("jsonpath $.nope == 1", "jsonpath $.nope not isEmpty")) {
      assertThat(ask("/health", List.of(expectation)).outcome()).isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void headersAreFoundInAnySpellingAndSeveralAreNoValue() throws Exception {
    assertThat(ask("/twice", List.of("header x-twice exists")).outcome())
        .isInstanceOf(Outcome.Passed.class);
    assertThat(ask("/twice", List.of("header X-Twice count == 2")).outcome())
        .isInstanceOf(Outcome.Passed.class);
    assertThat(messages(ask("/twice", List.of("header X-Twice == a")).outcome()))
        .containsExactly("Expected header X-Twice == a, saw 2 nodes.");
    assertThat(messages(ask("/health", List.of("header X-Job == 7")).outcome()))
        .containsExactly("Expected header X-Job == 7, and the answer has no such header.");
    assertThat(ask("/health", List.of("header X-Job not exists")).outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aRedirectionIsAnAnswerUnlessItIsToBeFollowed() throws Exception {
    assertThat(ask("/old", List.of("status == 301", "header Location endsWith /health")).outcome())
        .isInstanceOf(Outcome.Passed.class);
    assertThat(
            carryOut(
                    map("url", nginx.url() + "/old", "redirects", 3),
                    List.of("status == 200", "redirects == 1", "url endsWith /health"))
                .outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aCircleOfRedirectionsFails() throws Exception {
    var outcome =
        carryOut(map("url", nginx.url() + "/circle", "redirects", 5), List.of("status == 200"))
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome)).containsExactly("The redirections go in a circle.");
  }

  @Test
  void anotherHostIsAskedOnlyWhereItIsNamedAndIsToldNoSecret() throws Exception {
    stage.secret("KEY", "hunter2-hunter2");
    var request =
        map(
            "url",
            nginx.url() + "/away",
            "redirects",
            2,
            "headers",
            map("X-API-Key", "{secret.KEY}", "Accept", "*/*"));
    var refused = carryOut(request, List.of("status == 200")).outcome();
    assertThat(refused).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(refused).getFirst())
        .contains("leads to another host, 127.0.0.1:" + nginx.port());
    request.put("hosts", List.of("127.0.0.1"));
    assertThat(carryOut(request, List.of("jsonpath $.key isEmpty")).outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void jsonFormsAndQueriesAreEncodedAroundTheirValues() throws Exception {
    stage.secret("WORD", "a&b=c d\"e");
    assertThat(
            carryOut(
                    map(
                        "url",
                        nginx.url() + "/echo",
                        "query",
                        map("q", "a b&c"),
                        "method",
                        "POST",
                        "json",
                        map("q", "{secret.WORD}")),
                    List.of(
                        "jsonpath $.query == \"q=a%20b%26c\"",
                        "jsonpath $.type == application/json"))
                .outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aCompressedAnswerIsUnpacked() throws Exception {
    assertThat(
            carryOut(
                    map("url", nginx.url() + "/health", "headers", map("Accept-Encoding", "gzip")),
                    List.of("header Content-Encoding == gzip", "jsonpath $.checks count == 2"))
                .outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aSchemaIsReadFromTheRepository() throws Exception {
    Files.writeString(
        root.resolve("health.json"), "{\"type\":\"object\",\"required\":[\"ok\",\"version\"]}");
    var outcome = ask("/health", List.of("jsonschema health.json")).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome).getFirst()).contains("version");
  }

  @Test
  void whatWasSentAndReceivedIsKept() throws Exception {
    ask("/health", List.of("status == 200"));
    assertThat(stage.tap.names()).containsExactly("exchange-1.http", "timings.json");
    assertThat(stage.tap.text("exchange-1.http"))
        .startsWith("GET " + nginx.url() + "/health\n")
        .contains("HTTP 200\n", "content-type: application/json", "{\"ok\":true,");
    assertThat(stage.tap.text("timings.json")).contains("\"count\":1,\"good\":1,");
  }

  private Conclusion ask(String path, List<String> expect) throws InterruptedException {
    return carryOut(map("url", nginx.url() + path), expect);
  }

  private Conclusion carryOut(Map<String, Object> request, List<String> expect)
      throws InterruptedException {
    return stage.carryOut(verb, request, expect);
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
