package dev.plimsoll.core.check.metrics;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsVerbTest {
  private static final String METRICS =
      """
      # HELP ships_total Ships that came in.
      # TYPE ships_total counter
      ships_total{berth="north",flag="a \\"b\\" }"} 12 1700000000000
      ships_total{berth="south",flag="c"} 3
      # TYPE turn_seconds histogram
      turn_seconds_bucket{le="1"} 2
      turn_seconds_bucket{le="+Inf"} 4
      turn_seconds_sum 7.5
      turn_seconds_count 4
      # TYPE up gauge
      up 1
      """;
  private static final String RULES =
      """
      groups:
        - name: harbour
          rules:
            - record: ships:rate
              expr: rate(ships_total[5m])
            - alert: NoShips
              expr: increase(ships_total[7d]) == 0
            - alert: SlowTurn
              expr: turn_seconds_sum > 9
              for: 1w
            - alert: Hollow
              for: 7d
      """;

  @TempDir Path root;
  private final MetricsVerb verb = new MetricsVerb();
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root);
    Files.writeString(root.resolve("m.txt"), METRICS);
    Files.writeString(root.resolve("alerts.yml"), RULES);
  }

  @Test
  void passesWhenEverythingIsThere() throws Exception {
    var outcome =
        judge(
            map(
                "file",
                "m.txt",
                "has",
                map(
                    "ships_total", map("type", "counter", "labels", List.of("berth", "flag")),
                    "turn_seconds", "histogram",
                    "up", "any")),
            List.of(
                "up == 1",
                "ships_total > 2",
                "sum(ships_total) == 15",
                "ships_total{berth=\"south\"} <= 3"));
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).contains("7 samples", "2 series ships_total > 2", "up is 1");
    assertThat(stage.tap.names()).containsExactly("metrics.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ships_total > 5 | m.txt:4: Expected ships_total > 5, saw"
            + " ships_total{berth=\"south\",flag=\"c\"} 3.",
        "ships_total{berth=\"west\"} >= 0 | m.txt: No series is selected by"
            + " ships_total{berth=\"west\"}.",
        "sum(ships_total) < 15 | m.txt:3: Expected sum(ships_total) < 15, saw 15."
      })
  void namesTheSeriesThatDoesNotHold(String threshold, String finding) throws Exception {
    var outcome = judge(map("file", "m.txt"), List.of(threshold));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings()).extracting(Finding::toString).containsExactly(finding);
  }

  @Test
  void namesWhatIsMissingOrOfAnotherType() throws Exception {
    assertThat(findings(map("up", "counter", "gone", "any", "ships_total", map("labels", "port"))))
        .containsExactly(
            "m.txt: up is a gauge, not a counter.",
            "m.txt: There is no sample of gone.",
            "m.txt:3: ships_total{berth=\"north\",flag=\"a \"b\" }\"} lacks the label port.",
            "m.txt:4: ships_total{berth=\"south\",flag=\"c\"} lacks the label port.");
    Files.writeString(root.resolve("m.txt"), METRICS.replace("turn_seconds_sum 7.5\n", ""));
    assertThat(findings(map("turn_seconds", "histogram")).getFirst())
        .contains("lacks its sum, its count or the bucket +Inf");
  }

  @Test
  void aTextThatIsEmptyOrNoMetricsFails() throws Exception {
    Files.writeString(root.resolve("m.txt"), "# nothing yet\n");
    assertThat(judge(map("file", "m.txt"), List.of("up == 1"))).isInstanceOf(Outcome.Failed.class);
    Files.writeString(root.resolve("m.txt"), "up 1\n<html>\n");
    assertThat(judge(map("file", "m.txt"), List.of("up == 1")).findings())
        .extracting(Finding::toString)
        .containsExactly("m.txt:2: The line is no metric. See what writes the metrics.");
  }

  @Test
  void holdsGrowthAgainstABaseline() throws Exception {
    Files.writeString(root.resolve("old.txt"), METRICS.replace("} 12 ", "} 10 "));
    var value = map("file", "m.txt", "baseline", "old.txt");
    assertThat(judge(value, List.of("increase(ships_total{berth=\"north\"}) >= 2")))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(value, List.of("increase(ships_total{berth=\"north\"}) <= 20%")))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(value, List.of("increase(ships_total) >= 2")).findings())
        .singleElement()
        .asString()
        .contains("saw 3 grow to 3");
    Files.writeString(root.resolve("old.txt"), METRICS.replace("} 12 ", "} 99 "));
    assertThat(judge(value, List.of("increase(ships_total) >= 0")))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void looksForAlertsInARulesFile() throws Exception {
    assertThat(
            judge(
                map(
                    "rules",
                    map(
                        "file",
                        "alerts.yml",
                        "alerts",
                        List.of("NoShips", "SlowTurn"),
                        "for",
                        "7d")),
                null))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(
            judge(
                    map(
                        "rules",
                        map(
                            "file",
                            "alerts.yml",
                            "alerts",
                            List.of("Gone", "Hollow"),
                            "for",
                            "7d")),
                    null)
                .findings())
        .extracting(Finding::toString)
        .containsExactly(
            "alerts.yml: There is no alert Gone in alerts.yml. There are: NoShips, SlowTurn,"
                + " Hollow.",
            "alerts.yml:11:9: The alert Hollow has no expression. Correct the rule.");
    assertThat(
            judge(map("rules", map("file", "alerts.yml", "alerts", "NoShips", "for", "14d")), null)
                .findings())
        .singleElement()
        .asString()
        .contains("neither lasts nor looks back 14d");
  }

  @Test
  void asksAnAddress() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          var bytes = METRICS.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/metrics");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
    try {
      var base = "http://localhost:" + server.getAddress().getPort();
      assertThat(judge(map("url", base + "/metrics"), List.of("up == 1")))
          .isInstanceOf(Outcome.Passed.class);
      assertThat(judge(map("url", base + "/moved"), List.of("up == 1")).findings())
          .extracting(Finding::message)
          .containsExactly(base + "/moved answers with status 302.");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void noNumberIsNotAnotherNumber() throws Exception {
    Files.writeString(root.resolve("m.txt"), "x NaN\n");
    assertThat(judge(map("file", "m.txt"), List.of("x != 0"))).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("file", "m.txt"), List.of("sum(x) != 0")))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void growthFromNothingProvesNothing() throws Exception {
    Files.writeString(root.resolve("m.txt"), "x 5\n");
    Files.writeString(root.resolve("old.txt"), "");
    var value = map("file", "m.txt", "baseline", "old.txt");
    assertThat(judge(value, List.of("increase(x) > 0"))).isInstanceOf(Outcome.Failed.class);
    Files.writeString(root.resolve("old.txt"), "x 0\n");
    assertThat(judge(value, List.of("increase(x) >= 10%")))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void longLabelsAreRead() throws Exception {
    Files.writeString(root.resolve("m.txt"), "x{a=\"" + "b".repeat(8_000) + "\"} 1\n");
    assertThat(judge(map("file", "m.txt"), List.of("x == 1"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aSecretOfTheAddressIsInNoPlace() throws Exception {
    stage.secret("TOKEN", "hunter2-token");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write("x 1\n".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    try {
      var url = "http://localhost:" + server.getAddress().getPort() + "/?t={secret.TOKEN}";
      var outcome = judge(map("url", url), List.of("x == 2"));
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(outcome.toString()).doesNotContain("hunter2");
    } finally {
      server.stop(0);
    }
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aBodyThatNeverEndsIsUnavailable() throws Exception {
    var done = new CountDownLatch(1);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("x 1\n".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          try {
            done.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    try {
      var url = "http://localhost:" + server.getAddress().getPort() + "/";
      assertThat(judge(map("url", url, "timeout", "500ms"), List.of("x == 1")))
          .isInstanceOf(Outcome.Unavailable.class);
    } finally {
      done.countDown();
      server.stop(0);
    }
  }

  @Test
  void whatIsNotThereIsUnavailable() throws Exception {
    assertThat(judge(map("file", "gone.txt"), List.of("up == 1")))
        .isInstanceOf(Outcome.Unavailable.class);
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(judge(map("url", "http://localhost:" + port + "/"), List.of("up == 1")).findings())
        .extracting(Finding::message)
        .containsExactly("Nobody answers at http://localhost:" + port + "/.");
    assertThat(judge(map("url", "http://no-such-host.invalid/"), List.of("up == 1")))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void lintSaysWhatIsWrong() {
    assertThat(Stage.lint(verb, map("file", "m.txt", "has", map("a", "count")), "up = 1"))
        .anyMatch(line -> line.contains("'a' cannot be count. Did you mean 'counter'?"))
        .anyMatch(line -> line.contains("'up = 1' is no threshold."));
    assertThat(Stage.lint(verb, map("has", map("a", "any")), null))
        .anyMatch(line -> line.contains("It is not said where the metrics are."));
    assertThat(Stage.lint(verb, map("url", "ftp://x/"), "increase(a) > 1"))
        .anyMatch(line -> line.contains("is no http address"))
        .anyMatch(line -> line.contains("An increase needs a baseline."));
    assertThat(Stage.lint(verb, map("file", "m.txt"), null))
        .anyMatch(line -> line.contains("looks at nothing"));
  }

  private List<String> findings(Object has) throws InterruptedException {
    return judge(map("file", "m.txt", "has", has), null).findings().stream()
        .map(Finding::toString)
        .toList();
  }

  private Outcome judge(Map<String, ?> value, @Nullable Object expect) throws InterruptedException {
    return stage.carryOut(verb, value, expect).outcome();
  }
}
