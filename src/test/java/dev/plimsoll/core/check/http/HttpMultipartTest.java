package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form of several parts, as the service gets it.
class HttpMultipartTest {
  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private final List<String> types = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> lengths = new CopyOnWriteArrayList<>();
  private Stage stage;
  private CountingService service;

  @BeforeEach
  void prepare() throws IOException {
    stage = new Stage(root).secret("PASS", "hunter2-hunter2");
    service =
        new CountingService()
            .on(
                "/upload",
                (exchange, _) -> {
                  types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
                  lengths.add(
                      String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")));
                  bodies.add(
                      new String(
                          exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                  CountingService.answer(exchange, 200, "{}");
                });
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void textsAndFilesAreSentSideBySide() throws Exception {
    Files.write(root.resolve("a.bin"), new byte[] {0, (byte) 0xff, '\r', '\n', '-', '-'});
    Files.createFile(root.resolve("empty.txt"));
    var outcome =
        upload(
            map(
                "title",
                "Grüße",
                "tag",
                List.of("x", ""),
                "data",
                map("value", "{\"n\":1}", "type", "application/json"),
                "do\"c",
                map("file", "a.bin", "name", "{product}.bin", "type", "application/pdf"),
                "none",
                map("file", "empty.txt")));
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    var boundary = types.getFirst().replace("multipart/form-data; boundary=", "");
    assertThat(boundary).startsWith("plimsoll-").hasSizeBetween(20, 70);
    var expected =
        """
        --B
        Content-Disposition: form-data; name="title"

        GrÃ¼Ã\u009fe
        --B
        Content-Disposition: form-data; name="tag"

        x
        --B
        Content-Disposition: form-data; name="tag"


        --B
        Content-Disposition: form-data; name="data"
        Content-Type: application/json

        {"n":1}
        --B
        Content-Disposition: form-data; name="do%22c"; filename="sample.bin"
        Content-Type: application/pdf

        \0\u00ff
        --
        --B
        Content-Disposition: form-data; name="none"; filename="empty.txt"
        Content-Type: application/octet-stream


        --B--
        """
            .replace("\n", "\r\n")
            .replace("--B", "--" + boundary);
    assertThat(bodies).containsExactly(expected);
    assertThat(lengths).containsExactly(String.valueOf(expected.length()));
  }

  @Test
  void whatIsKeptOfItShowsTheTextsMaskedAndTheFilesByName() throws Exception {
    Files.writeString(root.resolve("a.txt"), "of the file");
    upload(map("password", "{secret.PASS}", "document", map("file", "a.txt")));
    assertThat(bodies.getFirst()).contains("hunter2-hunter2", "of the file");
    assertThat(stage.tap.text("exchange-1.http"))
        .contains("name=\"password\"\n\n[redacted PASS]\n", "filename=\"a.txt\"", "\n< a.txt\n")
        .doesNotContain("hunter2", "of the file");
  }

  @Test
  void aFileThatIsGoneIsUnavailableAndNothingIsSent() throws Exception {
    var outcome = upload(map("document", map("file", "gone.txt")));
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(bodies).isEmpty();
  }

  @Test
  void eachRequestIsWholeWhereSeveralAreSent() throws Exception {
    Files.writeString(root.resolve("a.txt"), "of the file");
    var request = request(map("document", map("file", "a.txt")));
    request.put("repeat", map("times", 3));
    assertThat(stage.carryOut(verb, request, List.of("status == 200")).outcome())
        .isInstanceOf(Outcome.Passed.class);
    assertThat(bodies).hasSize(3).containsOnly(bodies.getFirst());
  }

  @Test
  void aPartThatIsNoneIsAnErrorOfTheChecklist() {
    says(map(), "A body has 1 to 100 parts.");
    says("text", "must be a mapping of names to values");
    says(map("a", map("type", "text/plain")), "needs either 'value' or 'file'");
    says(map("a", map("file", "../x")), "Name a file inside the repository.");
    says(map("a", map("value", "x", "type", "text")), "'text' is no media type.");
    says(map("a", List.of(List.of("b"))), "{file: PATH, type: TYPE}");
    says(map("a", map("value", "x", "fiel", "y")), "fiel");
    var request = request(map("a", "b"));
    request.put("headers", map("Content-Type", "multipart/form-data"));
    assertThat(Stage.lint(verb, request, List.of("status == 200")))
        .anyMatch(line -> line.contains("is set by Plimsoll itself"));
  }

  private void says(Object parts, String what) {
    assertThat(Stage.lint(verb, request(parts), List.of("status == 200")))
        .anyMatch(line -> line.contains(what));
  }

  private Map<String, Object> request(Object parts) {
    return map("url", service.url() + "/upload", "method", "POST", "multipart", parts);
  }

  private Outcome upload(Object parts) throws InterruptedException {
    return stage.carryOut(verb, request(parts), List.of("status == 200")).outcome();
  }
}
