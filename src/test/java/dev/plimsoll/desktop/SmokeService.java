package dev.plimsoll.desktop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A small service on this machine, for the smoke tests of the [Showcase]: it has a limit, a search
/// that wants a key, and faults that a test switches on.
public final class SmokeService implements AutoCloseable {
  /// What the search wants in `X-API-Key`.
  public static final String KEY = "k-7f3a91c5d2";

  private static final int LIMIT = 60;
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(7);

  public volatile String version = Showcase.VERSION;

  /// The search answers, and finds nothing.
  public volatile boolean findsNothing;

  /// The export has lost documents.
  public volatile int documents = 41;

  /// Every so many documents are not delivered; 0 for none.
  public volatile int failsEvery;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Long> limited = new ArrayDeque<>();
  private final AtomicLong seen = new AtomicLong();

  public SmokeService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/health", exchange -> answer(exchange, 200, "{\"ok\":true}"));
    server.createContext(
        "/version", exchange -> answer(exchange, 200, "{\"version\":\"" + version + "\"}"));
    server.createContext("/search", this::search);
    server.createContext(
        "/export", exchange -> answer(exchange, 200, "{\"documents\":" + documents + "}"));
    server.createContext("/documents", this::document);
    server.createContext("/quick", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/limited", this::limited);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void search(HttpExchange exchange) throws IOException {
    if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"))) {
      answer(exchange, 401, "{\"error\":\"wrong key\"}");
    } else if (findsNothing) {
      answer(exchange, 200, "{\"results\":[],\"took_ms\":2}");
    } else {
      answer(exchange, 200, "{\"results\":[{\"id\":\"d-17\",\"title\":\"Hello\"}],\"took_ms\":3}");
    }
  }

  private void document(HttpExchange exchange) throws IOException {
    var number = seen.incrementAndGet();
    // a few are slower than others, as with any service
    pause(4 + number * 7 % 11 + (number % 37 == 0 ? 45 : 0));
    var fails = failsEvery > 0 && number % failsEvery == 0;
    answer(exchange, fails ? 500 : 200, fails ? "{\"error\":\"index locked\"}" : "{\"id\":17}");
  }

  private void limited(HttpExchange exchange) throws IOException {
    boolean over;
    synchronized (limited) {
      var now = System.nanoTime();
      while (!limited.isEmpty() && now - limited.getFirst() > WINDOW_NANOS) {
        limited.removeFirst();
      }
      over = limited.size() >= LIMIT;
      if (!over) {
        limited.addLast(now);
      }
    }
    if (over) {
      exchange.getResponseHeaders().set("Retry-After", "7");
    }
    answer(exchange, over ? 429 : 200, "{}");
  }

  private static void pause(long millis) {
    try {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
