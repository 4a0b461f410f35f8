package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final List<String> KEPT =
      """
      POST http://localhost:8000/search?q=it%27s
      Content-Type: application/json
      X-API-Key: [not kept]
      X-Trace: [redacted TRACE]

      {"q":"it's"}

      HTTP 200
      content-type: application/json

      {"results":[]}
      # 3120 microseconds, 14 bytes\
      """
          .lines()
          .toList();

  @Test
  void requestAndAnswerAreToldApart() {
    var exchange = Exchange.of(KEPT);
    assertThat(exchange.request()).isEqualTo("POST http://localhost:8000/search?q=it%27s");
    assertThat(exchange.headers()).hasSize(3);
    assertThat(exchange.body()).isEqualTo("{\"q\":\"it's\"}");
    assertThat(exchange.answer().getFirst()).isEqualTo("HTTP 200");
  }

  @Test
  void aBodyThatSpeaksOfAnAnswerIsNotTakenForOne() {
    var exchange =
        Exchange.of(
            List.of("POST http://localhost/", "", "a", "HTTP 200 is what I want", "", "HTTP 404"));
    assertThat(exchange.body()).isEqualTo("a\nHTTP 200 is what I want");
    assertThat(exchange.answer()).containsExactly("HTTP 404");
  }

  @Test
  void whatCannotBeReadIsEmptyAndNoError() {
    assertThat(Exchange.of(List.of()).request()).isEmpty();
    assertThat(Exchange.of(List.of("GET http://localhost/")).answer()).isEmpty();
    assertThat(Exchange.number("exchange-17.http")).isEqualTo(17);
    assertThat(Exchange.number("stdout.txt")).isZero();
  }

  @Test
  void asCurlSecretsAreNamesToBeFilledIn() {
    var text = CurlText.of(Exchange.of(KEPT), Map.of("x-api-key", "{secret.ADMIN_KEY}"));
    assertThat(text)
        .isEqualTo(
            """
            curl -i http://localhost:8000/search?q=it%27s \\
              -H 'Content-Type: application/json' \\
              -H 'X-API-Key: {secret.ADMIN_KEY}' \\
              -H 'X-Trace: {secret.TRACE}' \\
              --data-raw '{"q":"it'\\''s"}'\
            """
                .replace(
                    "http://localhost:8000/search?q=it%27s",
                    "'http://localhost:8000/search?q=it%27s'"));
  }

  @Test
  void aFormOfSeveralPartsIsOneOptionForEachPart() throws Exception {
    var kept =
        """
        POST http://localhost/upload
        Content-Type: multipart/form-data; boundary=plimsoll-1

        --plimsoll-1
        Content-Disposition: form-data; name="title"

        it's;
        two lines
        --plimsoll-1
        Content-Disposition: form-data; name="none"


        --plimsoll-1
        Content-Disposition: form-data; name="meta"
        Content-Type: application/json

        {"n":1}
        --plimsoll-1
        Content-Disposition: form-data; name="doc"; filename="b.pdf"
        Content-Type: application/pdf

        < a.pdf
        --plimsoll-1--

        HTTP 200
        """;
    assertThat(handed(CurlText.of(Exchange.of(kept.lines().toList()), Map.of())))
        .containsExactly(
            "-i",
            "http://localhost/upload",
            "--form-string",
            "title=it's;",
            "two lines",
            "--form-string",
            "none=",
            "-F",
            "meta=\"{\\\"n\\\":1}\";type=application/json",
            "-F",
            "doc=@a.pdf;type=application/pdf;filename=\"b.pdf\"");
  }

  @Test
  void aShellHandsCurlExactlyWhatWasSent() throws Exception {
    assertThat(handed(CurlText.of(Exchange.of(KEPT), Map.of())))
        .containsExactly(
            "-i",
            "http://localhost:8000/search?q=it%27s",
            "-H",
            "Content-Type: application/json",
            "-H",
            "X-API-Key: {secret.X_API_KEY}",
            "-H",
            "X-Trace: {secret.TRACE}",
            "--data-raw",
            "{\"q\":\"it's\"}");
  }

  private static List<String> handed(String script) throws Exception {
    var process =
        new ProcessBuilder("sh", "-c", "curl() { printf '%s\\n' \"$@\"; }\n" + script)
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines().toList();
  }
}
