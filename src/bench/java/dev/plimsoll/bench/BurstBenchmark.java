package dev.plimsoll.bench;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.http.Http;
import dev.plimsoll.core.check.http.HttpVerb;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Request;
import dev.plimsoll.core.check.http.request.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A burst of the verb `http`, sixteen at once, against an nginx on this machine; beside it `ab
/// -k`, which judges nothing. Ours runs in a warm process and holds every answer against an
/// expectation. How to run it stands in `docs/performance.md`.
///
/// Arguments: a folder to work in; how many requests in a turn (20000); `write` puts the result
/// into the table of that file.
public final class BurstBenchmark {
  private static final int AT_ONCE = 16;

  /// At least 0.3 of the requests in a second: at most so many times as long.
  private static final double GOAL = 1 / 0.3;

  private static final int PAIRS = 5;

  private final Path folder;
  private final int requests;
  private final int port;

  private BurstBenchmark(Path folder, int requests, int port) {
    this.folder = folder;
    this.requests = requests;
    this.port = port;
  }

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    var requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    var port = freePort();
    var nginx = nginx(folder, port);
    try {
      awaitPort(port);
      var bench = new BurstBenchmark(folder, requests, port);
      var circumstances = Report.circumstances();
      var pairs = Pairs.of(bench::ours, bench::ab, PAIRS);
      var id = "burst of 16 at once against `ab -k -c 16`";
      Report.line("%s", pairs.line(id, GOAL));
      Report.line(
          "%.0f requests in a second, ab %.0f: %.2f of it",
          requests / Pairs.middle(pairs.ours(), Sample::seconds),
          requests / Pairs.middle(pairs.peer(), Sample::seconds),
          1 / pairs.median());
      Report.keep(pairs.json(id));
      if (List.of(arguments).contains("write")) {
        Report.table("burst", List.of(pairs.row(id, GOAL, circumstances)));
      }
    } finally {
      nginx.destroy();
      nginx.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private Sample ours() throws IOException, InterruptedException {
    var http =
        new Http(
            Request.get("http://127.0.0.1:" + port + "/"),
            Wire.USUAL,
            new Manner.Burst(requests, AT_ONCE, null),
            new Http.Judged(List.of(), List.of()),
            Http.Around.NOTHING);
    StepContext context = Alone.in(folder);
    var cpu = ownCpu();
    var began = System.nanoTime();
    var outcome = new HttpVerb().carryOut(http, context).outcome();
    var seconds = (System.nanoTime() - began) / 1e9;
    if (!outcome.observed().startsWith("all " + requests + " good")) {
      throw new IOException(outcome.toString());
    }
    return new Sample(seconds, ownCpu() - cpu, 0);
  }

  private Sample ab() throws IOException, InterruptedException {
    var out = folder.resolve("ab.out");
    var began = System.nanoTime();
    var process =
        new ProcessBuilder(
                "ab",
                "-q",
                "-k",
                "-c",
                Integer.toString(AT_ONCE),
                "-n",
                Integer.toString(requests),
                "http://127.0.0.1:" + port + "/")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    var exit = process.waitFor();
    var seconds = (System.nanoTime() - began) / 1e9;
    var said = Files.readString(out);
    if (exit != 0 || !said.contains("Failed requests:        0")) {
      throw new IOException("ab: " + said);
    }
    return new Sample(seconds, 0, 0);
  }

  private static double ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException, IOException {
    for (var tries = 0; tries < 100; tries++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("nginx does not listen");
  }

  private static Process nginx(Path folder, int port) throws IOException {
    var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    Files.createDirectories(folder.resolve("temp"));
    Files.writeString(
        folder.resolve("nginx.conf"),
        user
            + """
            daemon off;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              keepalive_requests 10000000;
              client_body_temp_path %1$s/temp;
              proxy_temp_path %1$s/temp;
              fastcgi_temp_path %1$s/temp;
              uwsgi_temp_path %1$s/temp;
              scgi_temp_path %1$s/temp;
              server {
                listen 127.0.0.1:%2$d;
                default_type application/json;
                location / { return 200 '{"ok":true}'; }
              }
            }
            """
                .formatted(folder, port));
    return new ProcessBuilder(
            "nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("nginx.out").toFile())
        .start();
  }
}
