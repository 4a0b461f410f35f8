package dev.plimsoll.cli.training;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.cli.CommandLineMain;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// The short life that the archive of classes is made from: the demo, and a smoke test of a service
/// that answers on this machine. Run by the build of the distribution, in a folder that is given
/// and not there yet; nothing outside of it is written.
public final class Training {
  private static final byte[] ANSWER =
      "{\"ok\": true, \"results\": [{\"url\": \"https://example.org/\"}]}"
          .getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> FILES =
      Map.of(
          ".plimsoll/project.yaml",
          """
          schema: plimsoll/project/v1
          product: training
          version: {scheme: semver, tag: "v{version}"}
          branches: {release: [main]}
          plan: [{checklist: smoke-tests}]
          solo: {allowed: true, coolingOff: 0s}
          """,
          ".plimsoll/checklists/smoke-tests.yaml",
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
                - id: searches
                  title: Searches
                  http: {url: "{url}/search", repeat: {times: 20}}
                  expect: ["status == 200", "jsonpath $.results not isEmpty"]
          """);

  private final Path folder;

  private Training(Path folder) {
    this.folder = folder;
  }

  /// @param args the folder; the process ends with the exit code of the first command that did not
  ///   end with 0
  public static void main(String[] args) throws IOException {
    System.exit(new Training(Files.createDirectories(Path.of(args[0]))).run());
  }

  private int run() throws IOException {
    var demo = CommandLineMain.run("demo", "--keep", folder.resolve("demo").toString());
    return demo == 0 ? smoke() : demo;
  }

  private int smoke() throws IOException {
    var repository = folder.resolve("repository");
    NewRepository.create(
        repository, FILES, new Identity("Training", "training@example.org"), "main", Instant.EPOCH);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
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
      var url = "url=http://127.0.0.1:" + server.getAddress().getPort();
      var lines =
          List.of(
              List.of("trust", "--yes", Recipes.of(repository).digest()),
              List.of("run", "smoke-tests", "--new", "--release", "1.0.0", "--set", url),
              List.of("history", "list"));
      for (var line : lines) {
        var code = CommandLineMain.run(there(line, repository));
        if (code != 0) {
          return code;
        }
      }
      return 0;
    } finally {
      server.stop(0);
    }
  }

  private String[] there(List<String> command, Path repository) {
    var words = new ArrayList<>(command);
    words.addAll(List.of("--project", repository.toString()));
    words.addAll(List.of("--home", folder.resolve("home").toString()));
    return words.toArray(String[]::new);
  }
}
