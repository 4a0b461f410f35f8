package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

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

/// TLS against a real nginx with certificates of an authority of the test's own.
class HttpTlsTest {
  private static final String SERVER =
      """
      server {
        listen 127.0.0.1:{port};
        location / { return 301 https://localhost:{tlsPort}$uri; }
      }
      server {
        listen 127.0.0.1:{tlsPort} ssl http2;
        ssl_certificate FOLDER/NAME.pem;
        ssl_certificate_key FOLDER/NAME.key;
        location / { default_type text/plain; return 200 "$server_protocol\\n"; }
      }
      """;

  @TempDir static Path folder;
  private static Authority authority;
  private static Nginx nginx;

  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    authority = new Authority(folder.resolve("ca"));
    authority.issue("good", 20_000, "DNS:localhost", "IP:127.0.0.1");
    authority.issue("expired", -1, "DNS:localhost");
    authority.issue("other", 30, "DNS:shop.example");
    nginx = serving("good");
  }

  private static Nginx serving(String certificate) throws IOException, InterruptedException {
    return Nginx.start(
        folder.resolve("nginx-" + certificate),
        SERVER.replace("FOLDER", folder.resolve("ca").toString()).replace("NAME", certificate));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    nginx.close();
  }

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root);
    Files.copy(authority.pem(), root.resolve("ca.pem"));
  }

  @Test
  void aCertificateOfTheNamedAuthorityIsBelieved() throws Exception {
    var outcome =
        ask(
            map("url", nginx.tlsUrl() + "/", "tls", map("ca", "ca.pem")),
            "status == 200",
            "body == HTTP/1.1",
            "certificate names includes localhost",
            "certificate issuer contains \"Test authority\"",
            "certificate expiresIn > 30d");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void http2IsSpokenWhereItIsAskedFor() throws Exception {
    var outcome =
        ask(
            map("url", nginx.tlsUrl() + "/", "tls", map("ca", "ca.pem"), "protocol", "h2"),
            "body == HTTP/2.0");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void anUnknownAuthorityIsNotBelieved() throws Exception {
    var outcome = ask(map("url", nginx.tlsUrl() + "/"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("certificate not trusted");
    assertThat(messages(outcome))
        .containsExactly(
            "The certificate of localhost:"
                + nginx.tlsPort()
                + " (CN=good, from CN=Test authority) comes from an authority that is not believed"
                + " here.");
  }

  @Test
  void anExpiredCertificateSaysSince() throws Exception {
    try (var expired = serving("expired")) {
      var outcome =
          ask(map("url", expired.tlsUrl() + "/", "tls", map("ca", "ca.pem")), "status == 200");
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(messages(outcome).getFirst())
          .containsPattern("has expired, on \\d{4}-\\d\\d-\\d\\d");
    }
  }

  @Test
  void aCertificateForAnotherHostSaysForWhom() throws Exception {
    try (var other = serving("other")) {
      var outcome =
          ask(map("url", other.tlsUrl() + "/", "tls", map("ca", "ca.pem")), "status == 200");
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(messages(outcome).getFirst())
          .contains("is for shop.example, and not for this host");
    }
  }

  @Test
  void aCertificateThatEndsSoonIsWarnedOf() throws Exception {
    var outcome =
        ask(
            map("url", nginx.tlsUrl() + "/", "tls", map("ca", "ca.pem", "expiresWithin", "30000d")),
            "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Warned.class);
    assertThat(messages(outcome).getFirst()).contains("ends on 20");
  }

  @Test
  void tlsWhereNoneIsSpokenFails() throws Exception {
    var outcome = ask(map("url", "https://localhost:" + nginx.port() + "/"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("no TLS");
  }

  @Test
  void aRedirectionFromPlainToTlsOnAnotherPortMustBeNamed() throws Exception {
    var request = map("url", nginx.url() + "/", "redirects", 1, "tls", map("ca", "ca.pem"));
    assertThat(ask(request, "status == 200")).isInstanceOf(Outcome.Failed.class);
    request.put("hosts", "localhost:" + nginx.tlsPort());
    assertThat(ask(request, "status == 200")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aCertificateIsMissingWithoutTls() throws Exception {
    var outcome = ask(map("url", nginx.url() + "/"), "certificate expiresIn > 1d");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome).getFirst()).contains("the answer came without TLS");
  }

  private Outcome ask(Map<String, Object> request, String... expect) throws InterruptedException {
    return stage.carryOut(verb, request, List.of(expect)).outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
