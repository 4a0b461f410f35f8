package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpLintTest {
  private static final String URL = "http://localhost:8000/x";
  private final HttpVerb verb = new HttpVerb();

  private List<String> lint(Object... keys) {
    return lintOf(request(keys), List.of("status == 200"));
  }

  private List<String> lintOf(@Nullable Object request, @Nullable Object expect) {
    return Stage.lint(verb, request, expect);
  }

  private static Map<String, Object> request(Object... keys) {
    var request = map("url", URL);
    for (var i = 0; i < keys.length; i += 2) {
      request.put((String) keys[i], keys[i + 1]);
    }
    return request;
  }

  private static void says(List<String> lines, String part) {
    assertThat(lines).anyMatch(line -> line.contains(part));
  }

  @Test
  void nothingExpectedIsAnErrorWhereTheFormProvesNothingByItself() {
    says(lintOf(URL, null), "Nothing is expected of the answer.");
    says(lintOf(request(), List.of()), "Nothing is expected of the answer.");
    says(lintOf(request("burst", map("requests", 5)), null), "Nothing is expected of the answer.");
    assertThat(lintOf(request("rateLimit", map("limit", 60, "window", "60s")), null)).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidThoughSomethingElseIsToo() {
    says(lintOf(request("redirect", 3), null), "Nothing is expected of the answer.");
    says(lintOf(URL, List.of("jsonpath $[ == 3")), "A [ in 'body jsonpath $[ == 3' is not closed.");
    says(lintOf("http://localhost:99999/", List.of("status == 200")), "'99999' is no port.");
    assertThat(lintOf("http://[::1]:8000/", List.of("status == 200"))).isEmpty();
  }

  @Test
  void oneBodyIsEnough() {
    says(lint("body", "a", "json", map("a", 1)), "more than one body: json, body");
  }

  @Test
  void methodsAndHeadersHaveTheirForms() {
    says(lint("method", "post"), "Did you mean 'POST'?");
    says(lint("method", "CONNECT"), "is no method that is sent from here");
    says(lint("headers", map("X Key", "a")), "'X Key' is no name of a header.");
    says(lint("headers", map("Host", "a")), "is set by Plimsoll itself");
    says(lint("headers", map("X-A", "a\nb")), "holds a line end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://localhost/",
        "localhost:8000",
        "http://",
        "http://user:password@localhost/",
        "http://localhost/#top",
        "http://{captured.a.b}/",
        "{url}{captured.a.b}",
        "{captured.a.b}"
      })
  void addressesThatAreNotAsked(String url) {
    assertThat(lintOf(map("url", url), List.of("status == 200"))).isNotEmpty();
  }

  @Test
  void aSecretInAnAddressIsAWarning() {
    says(lint("query", map("key", "{secret.KEY}")), "A secret in an address");
    says(
        lintOf(map("url", URL + "?key={secret.KEY}"), List.of("status == 200")),
        "A secret in an address");
  }

  @Test
  void whatChangesSomethingIsSentAgainOnlyWhereThatIsSaid() {
    var until = map("every", "1s", "atMost", "5s");
    says(lint("method", "POST", "until", until), "POST changes something each time it is sent.");
    says(lint("method", "PUT", "retry", map("times", 2)), "PUT changes something");
    assertThat(lint("method", "POST", "until", until, "repeatable", true)).isEmpty();
  }

  @Test
  void oneWayOfSendingIsEnough() {
    says(
        lint("repeat", map("times", 3), "burst", map("requests", 3)),
        "in more than one way: repeat, burst");
  }

  @Test
  void percentilesNeedSeveralAnswers() {
    says(lintOf(request(), List.of("p(95) < 300ms")), "is about several answers, and there is one");
    assertThat(lintOf(request("repeat", map("times", 9)), List.of("p(99.9) < 1s"))).isEmpty();
  }

  @Test
  void statusesAndClassesAreTold() {
    assertThat(lintOf(request(), List.of("status != 5xx"))).isEmpty();
    says(lintOf(request(), List.of("status == 2x")), "fits no status");
    says(lintOf(request(), List.of("status < 3xx")), "fits no status");
    says(lintOf(request(), List.of("statuss == 200")), "Did you mean 'status'?");
  }

  @Test
  void capturesAreQueriesAlone() {
    says(lint("capture", map("id", "jsonpath $.id == 3")), "is more than a query");
    says(lint("capture", map("id", "jsonpath $[")), "'jsonpath $[' is no query.");
    says(lint("capture", map("a b", "body")), "is no name for a value");
    assertThat(lint("capture", map("id", "regex \"id=(\\d+)\"", "to", "header Location")))
        .isEmpty();
  }

  @Test
  void deltasSayWhatAndByHowMuch() {
    says(lint("delta", map("chain", "ops")), "The key 'grew' is missing");
    says(lint("delta", map("file", "a.log")), "It is not said by how much.");
    says(lint("delta", map("chain", "ops", "grew", "many")), "'many' is no growth.");
  }

  @Test
  void allBodiesOfABurstTogetherHaveABound() {
    var wide = map("requests", 500, "atOnce", 256);
    says(
        lint("burst", wide, "maxBody", "2MiB"),
        "So much of 256 bodies at once is more than the 256MiB that are held together.");
    assertThat(lint("burst", wide, "maxBody", "1MiB")).isEmpty();
    assertThat(lint("burst", wide)).isEmpty();
    assertThat(lint("maxBody", "256MiB")).isEmpty();
  }

  @Test
  void whereRedirectionsOfABurstMayEndIsToldAndConfirmedToo() {
    var burst =
        Stage.read(
            verb,
            request(
                "burst",
                map("requests", 50),
                "redirects",
                2,
                "hosts",
                List.of("b.example", "c.example:8443"),
                "proxy",
                "{way}:3128"),
            List.of("status == 200"));
    assertThat(burst.traffic())
        .containsExactly(
            new Traffic(URL, 150, true, null),
            new Traffic("https://b.example", 100, true, null),
            new Traffic("c.example:8443", 100, true, null),
            new Traffic("{way}:3128", 150, true, null));
  }

  @Test
  void whatIsSentIsToldBeforehand() {
    var probe =
        Stage.read(verb, request("rateLimit", map("limit", 60, "window", "1m", "probe", 61)), null);
    assertThat(probe.traffic()).containsExactly(new Traffic(URL, 61, true, Duration.ofMinutes(1)));
    var poll =
        Stage.read(
            verb, request("until", map("every", "1s", "atMost", "10s")), List.of("status == 200"));
    assertThat(poll.traffic()).containsExactly(new Traffic(URL, 11, false, null));
    var all = new ArrayList<String>();
    all.addAll(
        Stage.read(
                verb,
                request(
                    "method",
                    "POST",
                    "headers",
                    map("X-Key", "{secret.KEY}"),
                    "json",
                    map("q", List.of("a", 15, true)),
                    "hosts",
                    List.of("b.example"),
                    "redirects",
                    2,
                    "retry",
                    map("times", 2),
                    "repeatable",
                    true),
                List.of("status == 200"))
            .describe());
    assertThat(String.join("\n", all))
        .contains("sends POST " + URL, "header X-Key: {secret.KEY}", "\"q\":[\"a\",")
        .contains("follows 2 redirections, also to b.example", "at most 2 tries");
  }

  @Test
  void limitsAreToldAsPeopleSaySizesAndOnlyWhereTheyWereSet() {
    assertThat(described()).containsExactly("sends GET " + URL);
    assertThat(described("maxBody", "20MiB", "timeout", "30s"))
        .containsExactly("sends GET " + URL, "  within 30s, at most 20 MiB kept");
    assertThat(described("maxBody", "1500B", "protocol", "h2"))
        .containsExactly("sends GET " + URL, "  at most 1500 B kept, HTTP/2");
    assertThat(described("connectTimeout", "2s", "maxBody", "64KB"))
        .containsExactly("sends GET " + URL, "  connected within 2s, at most 64 KB kept");
  }

  private List<String> described(Object... keys) {
    return Stage.read(verb, request(keys), List.of("status == 200")).describe();
  }
}
