package dev.plimsoll.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// S1: 63 requests of a smoke run, whole process, against newman, which is fetched from the npm
/// registry into the folder, and against one curl that keeps its connection. How to run it stands
/// in `docs/performance.md`.
///
/// Arguments: an empty or absent folder to work in; the launcher of a distribution that was built
/// (`target/dist/bin/plimsoll`); `write` to put the results into the table.
public final class SmokeBenchmark {
  private static final int SEARCHES = 60;
  private static final int PAIRS = 7;
  private static final byte[] ANSWER =
      "{\"ok\": true, \"documents\": [], \"results\": [{\"url\": \"https://example.org/\"}]}"
          .getBytes(StandardCharsets.UTF_8);
  private static final String PROJECT =
      """
      schema: plimsoll/project/v1
      product: sample
      version: {scheme: semver, tag: "v{version}"}
      branches: {release: [main]}
      plan: [{checklist: smoke-tests}]
      solo: {allowed: true, coolingOff: 0s}
      """;
  private static final String CHECKLIST =
      """
      schema: plimsoll/checklist/v1
      id: smoke-tests
      title: Smoke tests
      category: smoke
      parameters: {url: {type: url}}
      sections:
        - id: service
          title: The service
          steps:
            - id: health
              title: Health
              http: "{url}/health"
              expect: ["status == 200", "jsonpath $.ok == true"]
            - id: overview
              title: Overview
              http: "{url}/overview"
              expect: ["status == 200", "jsonpath $.documents isCollection"]
            - id: search
              title: Search
              http: "{url}/search"
              expect: ["status == 200", "jsonpath $.results not isEmpty"]
            - id: searches
              title: Sixty searches
              http: {url: "{url}/search", repeat: {times: 60}}
              expect: ["status == 200", "jsonpath $.results not isEmpty"]
      """;

  private final Path folder;
  private final Path launcher;
  private final boolean write;

  private SmokeBenchmark(Path folder, Path launcher, boolean write) {
    this.folder = folder;
    this.launcher = launcher;
    this.write = write;
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    new SmokeBenchmark(folder, Path.of(args[1]).toAbsolutePath(), args.length > 2).run();
  }

  private void run() throws IOException, InterruptedException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
          }
        });
    server.start();
    try {
      compare("http://127.0.0.1:" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }

  private void compare(String url) throws IOException, InterruptedException {
    lay(url);
    Report.line("S1 %s", Report.circumstances());
    var ours =
        new WholeProcess(
            folder,
            List.of(
                launcher.toString(),
                "run",
                "smoke-tests",
                "--new",
                "--release",
                "1.0.0",
                "--set",
                "url=" + url,
                "--project",
                folder.resolve("sample").toString(),
                "--home",
                folder.resolve("home").toString()),
            "GO  Smoke tests");
    measured("S1 against newman", ours, newman(), 0.40);
    measured("S1 against one `curl`, the floor", ours, curl(url), Double.NaN);
  }

  private void measured(String id, Work ours, Work peer, double goal)
      throws IOException, InterruptedException {
    var pairs = Pairs.of(ours, peer, PAIRS);
    Report.line("%s", pairs.line(id, goal));
    Report.keep(pairs.json(id.replace("`", "")));
    if (write) {
      var row = pairs.row(id, goal, Report.circumstances());
      Report.table(id, new ArrayList<>(List.of(row)));
    }
  }

  private Work newman() {
    return new WholeProcess(
        folder,
        List.of(
            folder.resolve("node_modules/.bin/newman").toString(),
            "run",
            "collection.json",
            "--color",
            "off"),
        "requests");
  }

  private Work curl(String url) throws IOException {
    var config = new StringBuilder();
    for (var path : paths()) {
      config.append("url = \"").append(url).append(path).append("\"\noutput = \"/dev/null\"\n");
    }
    Files.writeString(folder.resolve("curl.conf"), config);
    return new WholeProcess(folder, List.of("curl", "-s", "-S", "-K", "curl.conf"), "");
  }

  private static List<String> paths() {
    var paths = new ArrayList<>(List.of("/health", "/overview", "/search"));
    IntStream.range(0, SEARCHES).forEach(_ -> paths.add("/search"));
    return paths;
  }

  /// The repository with its checklist, trusted, and newman with the same requests.
  private void lay(String url) throws IOException, InterruptedException {
    var sample = Files.createDirectories(folder.resolve("sample/.plimsoll/checklists"));
    Files.writeString(sample.resolveSibling("project.yaml"), PROJECT);
    Files.writeString(sample.resolve("smoke-tests.yaml"), CHECKLIST);
    var root = folder.resolve("sample");
    if (!Files.isDirectory(root.resolve(".git"))) {
      done(root, "git", "init", "-q", "-b", "main");
      done(root, "git", "add", ".");
      done(
          root, "git", "-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-qm", "b");
    }
    done(
        root,
        "sh",
        "-c",
        "\"$0\" trust --home \"$1\" --yes \"$(\"$0\" trust --home \"$1\" --json"
            + " | sed 's/.*\"digest\":\"\\([0-9a-f]*\\)\".*/\\1/')\"",
        launcher.toString(),
        folder.resolve("home").toString());
    Files.writeString(folder.resolve("collection.json"), collection(url));
    if (!Files.exists(folder.resolve("node_modules/.bin/newman"))) {
      done(
          folder,
          "npm",
          "install",
          "--silent",
          "--no-audit",
          "--no-fund",
          "--prefix",
          ".",
          "newman");
    }
  }

  private static String collection(String url) {
    var test =
        "{\"listen\": \"test\", \"script\": {\"exec\": [\"pm.test('200', () =>"
            + " pm.response.to.have.status(200));\", \"pm.test('json', () =>"
            + " pm.expect(pm.response.json().ok).to.eql(true));\"]}}";
    return paths().stream()
        .map(path ->
            "{\"name\": \"%s\", \"event\": [%s], \"request\": {\"method\": \"GET\", \"url\": \"%s\"}}"
                .formatted(path, test, url + path))
        .collect(
            Collectors.joining(
                ", ",
                "{\"info\": {\"name\": \"smoke\", \"schema\":"
                    + " \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},"
                    + " \"item\": [",
                "]}"));
  }

  private static void done(Path in, String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(in.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("'" + String.join(" ", command) + "' failed");
    }
  }
}
