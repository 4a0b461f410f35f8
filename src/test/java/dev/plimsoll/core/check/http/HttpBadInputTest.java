package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that do what servers should not, each told apart and none of them a pass.
class HttpBadInputTest {
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

  @Test
  void anUnknownHostIsUnavailable() throws Exception {
    var outcome = ask(map("url", "http://no-such-host.invalid/"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(messages(outcome)).containsExactly("The host of no-such-host.invalid is not known.");
  }

  @Test
  void aRefusedConnectionFails() throws Exception {
    var port = server.port();
    server.close();
    var outcome = ask(map("url", "http://localhost:" + port + "/"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("refused");
  }

  @Test
  void aServerThatAcceptsNobodyIsInconclusive() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var waiting = new ArrayList<java.net.Socket>();
      for (var i = 0; i < 3; i++) {
        var socket = new java.net.Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 200);
        } catch (IOException queueIsFull) {
          break;
        }
      }
      var outcome =
          ask(
              map(
                  "url",
                  "http://127.0.0.1:" + full.getLocalPort() + "/",
                  "connectTimeout",
                  "300ms"),
              "status == 200");
      assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
      assertThat(outcome.observed()).isEqualTo("no connection in time");
      for (var socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void aServerThatNeverAnswersFails() throws Exception {
    server.on("/silent", (_, _, _) -> Thread.sleep(60_000));
    var outcome = ask(map("url", server.url() + "/silent", "timeout", "300ms"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("no answer within 300ms");
  }

  @Test
  void aConnectionThatIsClosedWithoutAnAnswerFails() throws Exception {
    server.on("/gone", (_, socket, _) -> socket.close());
    var outcome = ask(map("url", server.url() + "/gone", "method", "POST"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("closed without an answer");
  }

  @Test
  void aResetInTheMiddleOfTheBodyFailsAndSaysWhere() throws Exception {
    server.on(
        "/reset",
        (_, socket, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello"
                  .getBytes(StandardCharsets.UTF_8));
          out.flush();
          Thread.sleep(200);
          socket.setSoLinger(true, 0);
          socket.close();
        });
    var outcome = ask(map("url", server.url() + "/reset"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("cut off after 5 bytes of the body");
  }

  @Test
  void aBodyShorterThanItSaysFails() throws Exception {
    server.on(
        "/short",
        (_, socket, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345"
                  .getBytes(StandardCharsets.UTF_8));
          out.flush();
          socket.close();
        });
    var outcome = ask(map("url", server.url() + "/short"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).startsWith("cut off after");
  }

  @Test
  void aBodyWithoutEndFailsWhenItsTimeIsOver() throws Exception {
    server.on(
        "/endless",
        (_, _, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write("tick\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(20);
          }
        });
    var outcome = ask(map("url", server.url() + "/endless", "timeout", "500ms"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("no end of the body within 500ms");
    assertThat(messages(outcome).getFirst()).contains("status 200").contains("bytes so far");
  }

  @Test
  void aHundredMegabytesAreCountedAndNotKept() throws Exception {
    server.on(
        "/large",
        (_, _, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
          var piece = new byte[100_000];
          java.util.Arrays.fill(piece, (byte) 'x');
          for (var i = 0; i < 1000; i++) {
            out.write(piece);
          }
        });
    var counted = ask(map("url", server.url() + "/large", "timeout", "60s"), "bytes == 100000000");
    assertThat(counted).isInstanceOf(Outcome.Warned.class);
    assertThat(messages(counted))
        .containsExactly("The body has 100000000 bytes, and only the first 10485760 were kept.");
    var read = ask(map("url", server.url() + "/large", "timeout", "60s"), "body endsWith xyz");
    assertThat(read).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void aGzipBombIsNotUnpackedFurtherThanIsKept() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      var zeros = new byte[1 << 20];
      for (var i = 0; i < 64; i++) {
        gzip.write(zeros);
      }
    }
    server.on(
        "/bomb",
        (_, _, out) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                      + packed.size()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
          out.write(packed.toByteArray());
        });
    var outcome = ask(map("url", server.url() + "/bomb", "maxBody", "1MiB"), "body contains hello");
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome))
        .anyMatch(message -> message.contains("expands from " + packed.size() + " bytes"));
  }

  @Test
  void aCompressedBodyThatIsNoneFails() throws Exception {
    server.on("/odd", RawServer.answer("200 OK", "Content-Encoding: gzip\r\n", "plain text"));
    var outcome = ask(map("url", server.url() + "/odd"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome)).containsExactly("The body is not compressed as its header says.");
  }

  @Test
  void whatIsNoHttpFails() throws Exception {
    server.on("/ssh", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
    var outcome = ask(map("url", server.url() + "/ssh"), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("garbled");
  }

  @Test
  void invalidUtf8IsNamedWithItsPlace() throws Exception {
    server.on("/bytes", RawServer.answer("200 OK", "", "{\n\"a\": \"\u00ff\"}"));
    var outcome = ask(map("url", server.url() + "/bytes"), "jsonpath $.a exists");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome))
        .containsExactly(
            "Expected body jsonpath \"$.a\" exists, and the body is no valid UTF-8 from byte 9 on"
                + " (line 2): 0xff.");
  }

  @Test
  void aCharsetThatIsSaidCounts() throws Exception {
    server.on(
        "/latin",
        RawServer.answer(
            "200 OK", "Content-Type: text/plain; charset=iso-8859-1\r\n", "\u00fcber"));
    assertThat(ask(map("url", server.url() + "/latin"), "body == \u00fcber"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aCharsetThatIsNotKnownTellsNothing() throws Exception {
    server.on(
        "/odd",
        RawServer.answer("200 OK", "Content-Type: text/plain; charset=x-klingon\r\n", "ok"));
    var outcome = ask(map("url", server.url() + "/odd"), "body == ok");
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome).getFirst()).contains("a charset that is not known here");
    assertThat(ask(map("url", server.url() + "/odd"), "bytes == 2"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void whatIsNoJsonIsNamedWithItsLine() throws Exception {
    server.on("/html", RawServer.answer("200 OK", "", "{\"a\": 1,\n<html>"));
    var outcome = ask(map("url", server.url() + "/html"), "jsonpath $.a == 1");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome).getFirst()).contains("it is no JSON: line 2, '<html>'");
  }

  @Test
  void aRedirectionToNowhereIsNotFollowed() throws Exception {
    server.on("/ftp", RawServer.answer("302 Found", "Location: ftp://x/y\r\n", ""));
    var outcome = ask(map("url", server.url() + "/ftp", "redirects", 2), "status == 200");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome)).containsExactly("The answer leads to no address.");
  }

  @Test
  void aBodyWithASecretGoesToNoOtherHost() throws Exception {
    stage.secret("KEY", "hunter2-hunter2");
    try (var other = new RawServer()) {
      server.on(
          "/move",
          RawServer.answer("307 Temporary Redirect", "Location: " + other.url() + "/x\r\n", ""));
      var outcome =
          ask(
              map(
                  "url",
                  server.url() + "/move",
                  "redirects",
                  2,
                  "hosts",
                  List.of("localhost"),
                  "method",
                  "POST",
                  "body",
                  "{secret.KEY}"),
              "status == 200");
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(messages(outcome).getFirst()).contains("a body with a secret");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void aBodyInACodingThatIsNotReadTellsNothing() throws Exception {
    var body = "\u008b\u00ffabcdefgh";
    server.on("/packed", RawServer.answer("200 OK", "Content-Encoding: br\r\n", body));
    var outcome = ask(map("url", server.url() + "/packed"), "body contains ok");
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(messages(outcome).getFirst()).contains("coding 'br'");
  }

  @Test
  void aHeaderWithALineEndInItsValueIsNotSent() {
    stage.secret("KEY", "a\r\nX-Evil: b");
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            ask(
                map("url", server.url() + "/", "headers", map("X-A", "{secret.KEY}")),
                "status == 200"))
        .hasMessageContaining("holds a line end");
    assertThat(server.asked()).isEmpty();
  }

  private Outcome ask(Map<String, Object> request, String expect) throws InterruptedException {
    return stage.carryOut(verb, request, List.of(expect)).outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
