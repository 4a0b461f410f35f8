package dev.plimsoll.core.check.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A service that counts: a true limit over a fixed window that begins with its first request, and
/// answers that depend on how often it was asked. Loopback only.
public final class CountingService implements AutoCloseable {
  /// What a path answers.
  public interface Answering {
    /// @param number of the request to this path, from 1
    void answer(HttpExchange exchange, int number) throws IOException;
  }

  private final HttpServer server;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> clients = new ConcurrentHashMap<>();

  public CountingService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public CountingService on(String path, Answering answering) {
    counts.put(path, new AtomicInteger());
    server.createContext(
        path,
        exchange -> {
          clients.merge(exchange.getRemoteAddress().getPort(), 1, Integer::sum);
          try (exchange) {
            answering.answer(exchange, counts.get(path).incrementAndGet());
          }
        });
    return this;
  }

  /// So many good answers within a window, then 429.
  ///
  /// @param used how many somebody else has used up before
  /// @param telling whether the answers say what is left
  public CountingService limited(
      String path, int limit, Duration window, int used, boolean telling) {
    var count = new AtomicInteger(used);
    var began = System.nanoTime();
    return on(
        path,
        (exchange, _) -> {
          var now = count.incrementAndGet();
          if (telling) {
            exchange
                .getResponseHeaders()
                .set("RateLimit-Remaining", Integer.toString(Math.max(0, limit - now)));
          }
          if (now <= limit) {
            answer(exchange, 200, "{}");
          } else {
            var left = window.minusNanos(System.nanoTime() - began).toSeconds();
            exchange.getResponseHeaders().set("Retry-After", Long.toString(left));
            answer(exchange, 429, "{}");
          }
        });
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// How often a path was asked.
  public int asked(String path) {
    return counts.get(path).get();
  }

  /// How many connections were made.
  public int connections() {
    return clients.size();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://localhost:" + port();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
