package dev.plimsoll.bench;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.core.Installation;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.run.RunOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

/// Two hundred independent steps, each one request to a server that takes 50 ms to answer, as one
/// run: everything is logged, every exchange is kept as evidence. Against the time that they take
/// one after the other, 200 times 50 ms: the first run of a process, and those after ten. How to
/// run it stands in `docs/performance.md`.
///
/// Arguments: `write` puts the result into the table of that file.
public final class ManyChecksBenchmark {
  private static final int STEPS = 200;
  private static final int LATENCY = 50;
  private static final int ROUNDS = 9;
  private static final int WARM = 10;
  private static final double GOAL = 0.1;
  private static final double QUIET = 0.1;

  private ManyChecksBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("plimsoll-bench");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            Thread.sleep(LATENCY);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    try (var plimsoll = plimsoll(folder);
        var project = plimsoll.project(repository(folder, server.getAddress().getPort()))) {
      project.trust(project.trustQuestion().digest());
      var rows = new ArrayList<String>();
      rows.add(measured(project, "0", 1, "the first of a process", Double.NaN));
      for (var i = 1; i < WARM; i++) {
        run(project, "0." + i + ".0");
      }
      rows.add(measured(project, "1", ROUNDS, "after ten others", GOAL));
      if (List.of(arguments).contains("write")) {
        Report.table("steps:", rows);
      }
    } finally {
      server.stop(0);
    }
  }

  private static String measured(
      OpenProject project, String major, int rounds, String which, double goal) throws Exception {
    var load = MachineLoad.start();
    var cpu = ownCpu();
    var seconds = new double[rounds];
    for (var i = 0; i < rounds; i++) {
      seconds[i] = run(project, major + "." + (i + 100) + ".0");
    }
    var own = (ownCpu() - cpu) / rounds;
    Arrays.sort(seconds);
    return row(which, seconds, own, load.others(), goal);
  }

  private static String row(String which, double[] seconds, double cpu, double others, double goal)
      throws IOException, InterruptedException {
    var sequential = STEPS * LATENCY / 1000.0;
    var middle = seconds[seconds.length / 2];
    var row =
        String.format(
            Locale.ROOT,
            "| steps: %d of %d ms each, one run, %s | %.3f s, one after the other %.1f s | %.3f |"
                + " %.3f..%.3f | %s | %s | %.2f s CPU, the server's among it; others had"
                + " %.0f %% of the machine; %s |",
            STEPS,
            LATENCY,
            which,
            middle,
            sequential,
            middle / sequential,
            seconds[0] / sequential,
            seconds[seconds.length - 1] / sequential,
            Double.isNaN(goal) ? "" : "< " + goal,
            verdict(middle / sequential, others, goal),
            cpu,
            100 * others,
            Report.circumstances());
    Report.line("%s", row);
    return row;
  }

  private static String verdict(double ratio, double others, double goal) {
    if (Double.isNaN(goal)) {
      return "shown";
    }
    return others > QUIET ? "INCONCLUSIVE" : ratio < goal ? "MET" : "MISSED";
  }

  private static double ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /// Seconds from the start of the first step to the end of the last.
  private static double run(OpenProject project, String version) throws Exception {
    var options =
        new RunOptions(
            Map.of(), false, new Actor("ada@example.org", null), Answer.Origin.COMMAND_LINE);
    try (var run = project.release(version).open("many", options)) {
      var began = System.nanoTime();
      run.startAutomatic();
      run.awaitIdle();
      var seconds = (System.nanoTime() - began) / 1e9;
      if (!run.view().decision().isGo()) {
        throw new IOException("not every step passed");
      }
      return seconds;
    }
  }

  private static Plimsoll plimsoll(Path folder) {
    var environment = new HashMap<>(System.getenv());
    environment.put("PLIMSOLL_HOME", folder.resolve("home").toString());
    return Plimsoll.open(
        new Installation(
            folder.resolve("home"),
            environment,
            Clock.systemUTC(),
            new SecureRandom(),
            new LogKeeper.Tool("plimsoll", "bench")));
  }

  private static Path repository(Path folder, int port) throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put(
        ".plimsoll/project.yaml",
        """
        schema: plimsoll/project/v1
        product: many
        version: {scheme: semver, tag: "v{version}"}
        branches: {release: [main]}
        plan: [{checklist: many}]
        solo: {allowed: true, coolingOff: 0s}
        """);
    var text = new StringBuilder();
    text.append("schema: plimsoll/checklist/v1\nid: many\ntitle: Many\ncategory: smoke\n");
    text.append("sections:\n  - id: all\n    title: All\n    steps:\n");
    for (var step = 0; step < STEPS; step++) {
      text.append("      - {id: s").append(step).append(", title: Step ").append(step);
      text.append(", http: \"http://127.0.0.1:").append(port).append("/page/").append(step);
      text.append("\", expect: [status == 200]}\n");
    }
    files.put(".plimsoll/checklists/many.yaml", text.toString());
    var repository = folder.resolve("many");
    NewRepository.create(
        repository,
        files,
        new Identity("Ada", "ada@example.org"),
        "main",
        Instant.parse("2026-03-01T09:00:00Z"));
    return repository;
  }
}
