package dev.plimsoll.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A service that behaves as the lines of AetherLink's release document say: health, an overview
/// for the admin, ingests by jobs that leave an entry in a hash-chained trail, a search with a
/// limit counted over fixed windows of a minute. Its clock is the test's. Each [Fault] breaks one
/// line.
final class AetherService implements AutoCloseable {
  static final String ADMIN_KEY = "k-4f7a91c2-admin";
  static final String VIEWER_KEY = "k-88d01e55-viewer";
  static final String EXAMPLE_KEY = "your-admin-secret-here";
  private static final int LIMIT = 60;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /// One thing that is wrong.
  enum Fault {
    HEALTH_SAYS_NO,
    EXAMPLE_KEY_ACCEPTED,
    NO_LIMIT,
    ERROR_AMONG_THE_SIXTY,
    NO_AUDIT_ENTRY,
    OTHER_AUDIT_ENTRY,
    CHAIN_NOT_EXTENDED,
    EMPTY_SEARCH
  }

  private final HttpServer server;
  private final Path trail;
  private final InstantSource clock;
  private final Set<Fault> faults = ConcurrentHashMap.newKeySet();
  private final Set<String> documents = ConcurrentHashMap.newKeySet();
  private final Map<String, String> jobs = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
  private final List<String> seen = new ArrayList<>();
  private Instant windowBegan = Instant.EPOCH;
  private int inWindow;

  /// @param trail the file of the audit trail; entries are appended
  AetherService(Path trail, InstantSource clock) throws IOException {
    this.trail = trail;
    this.clock = clock;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  AetherService with(Fault fault) {
    faults.add(fault);
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Method and path of every request, in order.
  synchronized List<String> seen() {
    return List.copyOf(seen);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      synchronized (this) {
        seen.add(exchange.getRequestMethod() + " " + path);
      }
      var answer = answer(exchange, path, body);
      var bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Answer(int status, String body, Map<String, String> headers) {
    Answer(int status, String body) {
      this(status, body, Map.of());
    }
  }

  private Answer answer(HttpExchange exchange, String path, String body) throws IOException {
    var key = exchange.getRequestHeaders().getFirst("X-API-Key");
    return switch (exchange.getRequestMethod() + " " + path) {
      case "GET /health" ->
          new Answer(200, "{\"ok\": %s}".formatted(!faults.contains(Fault.HEALTH_SAYS_NO)));
      case "GET /metrics" ->
          new Answer(
              200,
              "# TYPE errors_total counter\nerrors_total 3\n",
              Map.of("Content-Type", "text/plain"));
      case "GET /admin/overview" -> forAdmin(key, this::overview);
      case "POST /ingest" -> forAdmin(key, () -> ingest(body));
      case "GET /search" -> search(key, exchange.getRequestURI().getRawQuery());
      default ->
          path.startsWith("/jobs/")
              ? forAdmin(key, () -> job(path.substring("/jobs/".length())))
              : new Answer(404, "{\"detail\": \"Not Found\"}");
    };
  }

  private interface Act {
    Answer done() throws IOException;
  }

  private Answer forAdmin(@Nullable String key, Act act) throws IOException {
    if (VIEWER_KEY.equals(key)) {
      return new Answer(403, "{\"detail\": \"admin only\"}");
    }
    var example = faults.contains(Fault.EXAMPLE_KEY_ACCEPTED) && EXAMPLE_KEY.equals(key);
    return ADMIN_KEY.equals(key) || example ? act.done() : unknown();
  }

  private static Answer unknown() {
    return new Answer(401, "{\"detail\": \"unknown key\"}");
  }

  private Answer overview() {
    var list = documents.stream().map("{\"url\": \"%s\"}"::formatted).toList();
    var recent = jobs.values().stream().distinct().map("{\"url\": \"%s\"}"::formatted).toList();
    return new Answer(
        200,
        "{\"documents\": [%s], \"recent_ingests\": [%s]}"
            .formatted(String.join(", ", list), String.join(", ", recent)));
  }

  private Answer ingest(String body) {
    if (!body.matches("\\{\\s*\"url\"\\s*:\\s*\"https?://[^\"]+\"\\s*}")) {
      return new Answer(422, "{\"detail\": \"url is missing\"}");
    }
    var id = "job-" + (jobs.size() + 1);
    jobs.put(id, body.replaceFirst("(?s).*\"(https?://[^\"]+)\".*", "$1"));
    return new Answer(202, "{\"job_id\": \"" + id + "\"}");
  }

  /// Done at the third look; the worker's entry stands in the trail before it says so.
  private Answer job(String id) throws IOException {
    var url = jobs.get(id);
    if (url == null) {
      return new Answer(404, "{\"detail\": \"no such job\"}");
    }
    if (looks.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet() < 3) {
      return new Answer(200, "{\"status\": \"queued\"}");
    }
    synchronized (this) {
      if (documents.add(url) && !faults.contains(Fault.NO_AUDIT_ENTRY)) {
        record();
      }
    }
    return new Answer(200, "{\"status\": \"done\"}");
  }

  private synchronized Answer search(@Nullable String key, @Nullable String query)
      throws IOException {
    if (!Set.of(ADMIN_KEY, VIEWER_KEY).contains(key == null ? "" : key)) {
      return unknown();
    }
    var now = clock.instant();
    if (!now.isBefore(windowBegan.plus(WINDOW))) {
      windowBegan = now;
      inWindow = 0;
    }
    inWindow++;
    if (inWindow > LIMIT && !faults.contains(Fault.NO_LIMIT)) {
      var wait = Math.max(1, Duration.between(now, windowBegan.plus(WINDOW)).toSeconds());
      return new Answer(
          429, "{\"detail\": \"slow down\"}", Map.of("Retry-After", String.valueOf(wait)));
    }
    if (inWindow == 37 && faults.contains(Fault.ERROR_AMONG_THE_SIXTY)) {
      return new Answer(500, "{\"detail\": \"index is being rebuilt\"}");
    }
    return new Answer(200, results(query == null ? "" : query));
  }

  private String results(String query) {
    if (faults.contains(Fault.EMPTY_SEARCH)) {
      return "{\"results\": []}";
    }
    var asked = URLDecoder.decode(query.replaceFirst("^q=", ""), UTF_8);
    var hits =
        documents.stream()
            .map(url -> "{\"url\": \"%s\", \"text\": \"about %s\"}".formatted(url, asked))
            .toList();
    return "{\"results\": [" + String.join(", ", hits) + "]}";
  }

  /// An entry by the recipe `aetherlink`: SHA-256 over the entry without its hash, sorted, compact.
  private void record() throws IOException {
    var lines = Files.readAllLines(trail);
    var before = lines.getLast().replaceFirst(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
    if (faults.contains(Fault.CHAIN_NOT_EXTENDED)) {
      before = "0".repeat(64);
    }
    var members = new LinkedHashMap<String, String>();
    var type = faults.contains(Fault.OTHER_AUDIT_ENTRY) ? "login" : "ingest-url";
    members.put("event", "{\"type\":\"%s\"}".formatted(type));
    members.put("prev_hash", "\"" + before + "\"");
    members.put("seq", String.valueOf(lines.size() + 1));
    members.put("ts", "\"" + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\"");
    var hash = sha256(json(members));
    var whole = new LinkedHashMap<String, String>();
    whole.put("event", members.get("event"));
    whole.put("hash", "\"" + hash + "\"");
    members.forEach(whole::putIfAbsent);
    Files.writeString(trail, json(whole) + "\n", StandardOpenOption.APPEND);
  }

  private static String json(Map<String, String> members) {
    return "{"
        + String.join(
            ",",
            members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .toList())
        + "}";
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
