package dev.plimsoll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.checklist.requests.RequestImport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The same requests as an .http file, as a collection and as curl commands, run against the same
/// service: they send the same and come to the same.
@Timeout(120)
class ImportedRequestsTest {
  private static final String KEY = "k3y-of-admin-0042";
  private static final String HTTP =
      """
      @key = KEY-HERE

      ### Health
      GET URL-HERE/health

      ### Overview
      GET URL-HERE/overview
      X-API-Key: {{key}}

      ### Ingest
      POST URL-HERE/ingest
      Content-Type: application/json
      X-API-Key: {{key}}

      {"url": "https://example.org/a", "tags": ["x", "y"], "n": 3}

      ### Search
      POST URL-HERE/search
      Content-Type: application/x-www-form-urlencoded

      q=hello+world&limit=5

      ### Broken
      GET URL-HERE/broken?why=because

      ### Gone
      DELETE URL-HERE/gone

      ### Upload
      POST URL-HERE/upload
      Content-Type: multipart/form-data; boundary=Ab1

      --Ab1
      Content-Disposition: form-data; name="title"

      small
      --Ab1
      Content-Disposition: form-data; name="document"; filename="a.txt"
      Content-Type: text/plain

      < ./samples/a.txt
      --Ab1--
      """;
  private static final String POSTMAN =
      """
      {
        "info": {"name": "same"},
        "auth": {"type": "noauth"},
        "item": [
          {"name": "Health", "request": {"method": "GET", "url": "{{base}}/health"}},
          {"name": "Overview", "request": {"method": "GET", "url": {"raw": "{{base}}/overview"},
            "header": [{"key": "X-API-Key", "value": "{{key}}"}]}},
          {"name": "Ingest", "request": {"method": "POST", "url": "{{base}}/ingest",
            "auth": {"type": "apikey", "apikey": [{"key": "key", "value": "X-API-Key"},
              {"key": "value", "value": "{{key}}"}]},
            "body": {"mode": "raw", "options": {"raw": {"language": "json"}},
              "raw": "{\\"url\\": \\"https://example.org/a\\", \\"tags\\": [\\"x\\", \\"y\\"], \\"n\\": 3}"}}},
          {"name": "Search", "request": {"method": "POST", "url": "{{base}}/search",
            "body": {"mode": "urlencoded", "urlencoded": [{"key": "q", "value": "hello world"},
              {"key": "limit", "value": "5"}]}}},
          {"name": "Broken", "request": {"method": "GET", "url": "{{base}}/broken?why=because"}},
          {"name": "Gone", "request": {"method": "DELETE", "url": "{{base}}/gone"}},
          {"name": "Upload", "request": {"method": "POST", "url": "{{base}}/upload",
            "body": {"mode": "formdata", "formdata": [{"key": "title", "value": "small", "type": "text"},
              {"key": "old", "value": "x", "type": "text", "disabled": true},
              {"key": "document", "type": "file", "src": "samples/a.txt", "contentType": "text/plain"}]}}}
        ],
        "variable": [{"key": "base", "value": "URL-HERE"}, {"key": "key", "value": "KEY-HERE"}]
      }
      """;
  private static final String CURL =
      """
      curl -s URL-HERE/health
      curl -H 'X-API-Key: KEY-HERE' "URL-HERE/overview"
      curl -X POST -H "X-API-Key: KEY-HERE" -H 'Content-Type: application/json' \\
        --data-raw '{"url": "https://example.org/a", "tags": ["x", "y"], "n": 3}' URL-HERE/ingest
      curl -d 'q=hello+world' -d limit=5 URL-HERE/search
      curl 'URL-HERE/broken?why=because'
      curl -XDELETE URL-HERE/gone
      curl -F title=small -F 'document=@samples/a.txt;type=text/plain' URL-HERE/upload
      """;

  @TempDir Path folder;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String here(String text, String url) {
    return text.replace("KEY-HERE", KEY).replace("URL-HERE", url);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var key = exchange.getRequestHeaders().getFirst("X-API-Key");
      var uri = exchange.getRequestURI().toString();
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      seen.add(
          (exchange.getRequestMethod()
                  + " "
                  + uri
                  + " "
                  + key
                  + " "
                  + type
                  + " "
                  + body.replaceAll("\\s", ""))
              .replaceAll("plimsoll-[0-9a-f-]{36}", "BOUNDARY"));
      var status =
          switch (exchange.getRequestURI().getPath()) {
            case "/broken" -> 500;
            case "/gone" -> 404;
            case "/overview", "/ingest" -> KEY.equals(key) ? 200 : 401;
            default -> 200;
          };
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Test
  void threeFormsOfTheSameRequestsComeToTheSame() throws IOException {
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    var imports = new LinkedHashMap<String, RequestImport>();
    imports.put("http", RequestImport.httpFile("a.http", here(HTTP, url), "a-http"));
    imports.put("postman", RequestImport.postman("a.json", here(POSTMAN, url), "a-postman"));
    imports.put("curl", RequestImport.curl("a.sh", here(CURL, url), "a-curl"));

    var outcomes = new LinkedHashMap<String, List<String>>();
    var requests = new LinkedHashMap<String, List<String>>();
    for (var each : imports.entrySet()) {
      outcomes.put(each.getKey(), run(each.getKey(), each.getValue()));
      requests.put(each.getKey(), seen.stream().sorted().toList());
      seen.clear();
    }

    assertThat(outcomes.get("http"))
        .containsExactly("PASSED", "PASSED", "PASSED", "PASSED", "FAILED", "FAILED", "PASSED");
    assertThat(outcomes.get("postman")).isEqualTo(outcomes.get("http"));
    assertThat(outcomes.get("curl")).isEqualTo(outcomes.get("http"));
    assertThat(requests.get("http"))
        .hasSize(7)
        .anySatisfy(request ->
            assertThat(request)
                .startsWith("POST /upload null multipart/form-data; boundary=BOUNDARY --BOUNDARY")
                .contains("name=\"document\";filename=\"a.txt\"", "ofthefile"));
    assertThat(requests.get("postman")).isEqualTo(requests.get("http"));
    assertThat(requests.get("curl")).isEqualTo(requests.get("http"));
  }

  private List<String> run(String name, RequestImport imported) throws IOException {
    var home = Files.createDirectories(folder.resolve(name));
    var sandbox = Sandbox.with(home, Map.of(imported.id(), imported.yaml().orElseThrow()));
    Files.writeString(
        Files.createDirectories(sandbox.repository.resolve("samples")).resolve("a.txt"),
        "of the file");
    var project = sandbox.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(project, Files.readString(project) + "secrets: [API_KEY, KEY]\n");
    var shell = Shell.in(sandbox).with("API_KEY", KEY).with("KEY", KEY).trusting();

    var said = shell.run("run", imported.id(), "--json");

    assertThat(said.out() + said.err()).doesNotContain(KEY);
    return said.json()
        .get("steps")
        .valueStream()
        .map(step -> step.get("standing").asString())
        .toList();
  }
}
