package dev.plimsoll.core.check.tcp;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpVerbTest {
  @TempDir Path root;
  private final TcpVerb verb = new TcpVerb();
  private Stage stage;
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    stage = new Stage(root);
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /// Answers PING in two pieces, and nothing else.
  private void serve() {
    while (!server.isClosed()) {
      try (var socket = server.accept();
          var lines =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        var line = lines.readLine();
        var out = socket.getOutputStream();
        if ("PING".equals(line)) {
          out.write("+PO".getBytes(StandardCharsets.UTF_8));
          out.flush();
          out.write("NG\r\n".getBytes(StandardCharsets.UTF_8));
        } else {
          out.write("-ERR hunter2-token\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        lines.readLine();
      } catch (IOException closed) {
        // the next one, or the end of the test
      }
    }
  }

  @Test
  void aPortThatAcceptsPasses() throws Exception {
    assertThat(judge(map("port", server.getLocalPort())))
        .isEqualTo(
            new Outcome.Passed("localhost:" + server.getLocalPort() + " accepts connections"));
  }

  @Test
  void anAnswerIsWaitedFor() throws Exception {
    assertThat(judge(map("port", server.getLocalPort(), "send", "PING\r\n", "expect", "+PONG")))
        .isEqualTo(new Outcome.Passed("localhost:" + server.getLocalPort() + " answers '+PONG'"));
  }

  @Test
  void anotherAnswerFailsAndShowsNoSecret() throws Exception {
    stage.secret("TOKEN", "hunter2-token");
    var outcome =
        judge(
            map(
                "port",
                server.getLocalPort(),
                "send",
                "HELLO\r\n",
                "expect",
                "+PONG",
                "timeout",
                "500ms"));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly(
            "Expected '+PONG' from localhost:"
                + server.getLocalPort()
                + ", saw '-ERR [redacted TOKEN]'.");
  }

  @Test
  void refusedTimedOutAndUnknownAreToldApart() throws Exception {
    var port = server.getLocalPort();
    server.close();
    assertThat(judge(map("port", port)))
        .isInstanceOf(Outcome.Failed.class)
        .extracting(Outcome::observed)
        .isEqualTo("refused");
    assertThat(judge(map("host", "no-such-host.invalid", "port", 6379)))
        .isInstanceOf(Outcome.Unavailable.class)
        .extracting(Outcome::observed)
        .isEqualTo("unknown host");
  }

  @Test
  void whoeverDoesNotAcceptInTimeIsInconclusive() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // its queue is filled and never emptied
      var waiting = new java.util.ArrayList<java.net.Socket>();
      for (var i = 0; i < 3; i++) {
        var socket = new java.net.Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 200);
        } catch (IOException queueIsFull) {
          break;
        }
      }
      assertThat(judge(map("port", full.getLocalPort(), "timeout", "300ms")))
          .isInstanceOf(Outcome.Inconclusive.class)
          .extracting(Outcome::observed)
          .isEqualTo("no answer in time");
      for (var socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void lintSaysWhatIsWrong() {
    assertThat(Stage.lint(verb, map("host", "http://x/", "port", 70000), null))
        .anyMatch(line -> line.contains("'http://x/' is no host."))
        .anyMatch(line -> line.contains("'70000' is no port."));
    assertThat(Stage.lint(verb, map("host", "x"), null))
        .anyMatch(line -> line.contains("The key 'port' is missing"));
  }

  @Test
  void anEmptyAnswerIsNotExpected() throws Exception {
    assertThat(Stage.lint(verb, map("port", 6379, "expect", ""), null))
        .anyMatch(line -> line.contains("Nothing is expected."));
    stage.secret("NONE", "");
    assertThat(judge(map("port", server.getLocalPort(), "expect", "{secret.NONE}")))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  private Outcome judge(Map<String, ?> value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }
}
