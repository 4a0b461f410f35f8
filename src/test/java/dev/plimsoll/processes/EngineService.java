package dev.plimsoll.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// An engine that answers as Involution's interface documents; single answers can be replaced.
final class EngineService implements AutoCloseable {
  /// What is answered at a path with its query.
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Answer> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "/positions",
                  new Answer(200, "{\"positions\": [{\"body\": \"sun\", \"longitude\": 240.1}]}"),
              "/nodes", new Answer(200, "{\"nodes\": [{\"name\": \"north\", \"longitude\": 3.2}]}"),
              "/positions?date=nonsense", new Answer(422, "{\"detail\": \"date is no date\"}")));

  EngineService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  EngineService with(String path, int status, String body) {
    answers.put(path, new Answer(status, body));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().toString();
      var answer = answers.getOrDefault(path, new Answer(404, "{\"detail\": \"Not Found\"}"));
      var bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
