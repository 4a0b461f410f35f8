package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a proxy does is not what the service does.
class HttpProxyTest {
  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;
  private RawServer server;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root);
    server = new RawServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private String proxy() {
    return "localhost:" + server.port();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://shop.example/", "https://shop.example/"})
  void aProxyThatRefusesIsNamedAndTheServiceWasNotAsked(String url) throws Exception {
    var proxy = proxy();
    server.close();
    var outcome = ask(url, proxy);
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.observed()).isEqualTo("the proxy refuses");
    assertThat(message(outcome))
        .isEqualTo(
            "The proxy " + proxy + " refuses the connection, so shop.example was not asked.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://shop.example/", "https://shop.example/"})
  void aProxyThatNobodyKnowsIsNamedAndTheServiceWasNotAsked(String url) throws Exception {
    var outcome = ask(url, "no-such-proxy.invalid:3128");
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(message(outcome))
        .isEqualTo(
            "The proxy no-such-proxy.invalid:3128 is not known, so shop.example was not asked.");
  }

  @Test
  void aProxyThatOpensNoTunnelSaysNothingAboutTheService() throws Exception {
    server.on("shop.example:443", RawServer.answer("503 Service Unavailable", "", ""));
    var outcome = ask("https://shop.example/", proxy());
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(message(outcome))
        .isEqualTo("The proxy " + proxy() + " opens no way to shop.example: it answers 503.");
  }

  @Test
  void aProxyThatWantsALoginHasAskedNobody() throws Exception {
    var wants =
        RawServer.answer(
            "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=a\r\n", "");
    server.on("shop.example:443", wants).on("http://shop.example/", wants);
    for (var url : List.of("http://shop.example/", "https://shop.example/")) {
      var outcome = ask(url, proxy());
      assertThat(outcome).as(url).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.observed()).isEqualTo("the proxy wants a login");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://shop.example/", "https://shop.example/"})
  void whereTheProxyClosesWithoutAWordNobodyCanTellWhoDid(String url) throws Exception {
    server
        .on("http://shop.example/", (_, socket, _) -> socket.close())
        .on("shop.example:443", (_, socket, _) -> socket.close());
    var outcome = ask(url, proxy());
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(message(outcome)).contains("(through the proxy " + proxy() + ")", "nobody can tell");
  }

  @Test
  void aSilentProxyIsInconclusive() throws Exception {
    server.on("http://shop.example/", (_, _, _) -> Thread.sleep(60_000));
    var request = map("url", "http://shop.example/", "proxy", proxy(), "timeout", "300ms");
    var outcome = stage.carryOut(verb, request, List.of("status == 200")).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).isEqualTo("no answer within 300ms, through a proxy");
  }

  @Test
  void whatComesThroughTheProxyIsJudgedLikeAnyAnswer() throws Exception {
    server.on(
        "http://shop.example/",
        (_, _, out) ->
            out.write(
                RawServer.answer("500 Internal Server Error", "", "{}")
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(ask("http://shop.example/", proxy())).isInstanceOf(Outcome.Failed.class);
  }

  private Outcome ask(String url, String proxy) throws InterruptedException {
    return stage
        .carryOut(verb, map("url", url, "proxy", proxy), List.of("status == 200"))
        .outcome();
  }

  private static String message(Outcome outcome) {
    return outcome.findings().getFirst().message();
  }
}
