package dev.plimsoll.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.core.model.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A sample team walks its whole plan, people's part included, and the gate says go.
@Timeout(240)
@DisabledOnOs(OS.WINDOWS) // the stand-ins are shell scripts
class GreenReleaseTest {
  @TempDir Path folder;

  @Test
  void aetherlink() throws Exception {
    try (var team = aetherlinkTeam(folder)) {
      team.commit("feat: answers name their documents");
      team.docker("up", "the version before"); // while it runs, upkeep is done
      var service = new AetherService(team.root().resolve("data/audit/ops.jsonl"), team.clock);
      team.served(service).given("smoke-tests", Map.of("url", service.url()));
      walked(team, "weekly", "monthly", "backup");
      serving(team, "errors_total 3\nrate_limited_total 61\n", () -> walked(team, "daily"));
      walked(
          team, "upkeep", "pre-release", "audit-chain", "backup", "release-steps", "smoke-tests");

      assertThat(team.release().decision().isGo()).isTrue();
      assertThat(team.release().state().tag()).isNotNull();
      heldAgainstTheRecord(team);
    }
  }

  /// Sealed, the record says how far the audit trail went, and the next release is held against it.
  private void heldAgainstTheRecord(SampleTeam team) throws Exception {
    var trail = team.root().resolve("data/audit/ops.jsonl");
    var lines = Files.readAllLines(trail);
    var sealed = team.release().seal(List.of(team.sandbox.ada("operator")), folder.resolve("dist"));
    assertThat(record(sealed.bundle()))
        .contains("\"foreignChains\":[{\"entries\":" + lines.size() + ",\"head\":\"")
        .contains("\"name\":\"ops\",\"recipe\":\"aetherlink\"}]")
        .contains("\"rollbackPoint\":{\"backup\":{\"digest\":{\"sha256\":\"")
        .contains("\"RESTORE_PROVEN\"");

    team.next("1.4.0", "1.5.0");
    Files.writeString(trail, String.join("\n", lines.subList(0, 2)) + "\n");
    var session = team.open("audit-chain");
    session.startAutomatic();
    session.awaitIdle();

    assertThat(session.view().step("trail-whole").orElseThrow().standing())
        .isEqualTo(Standing.FAILED);
    assertThat(team.said("audit-chain", "trail-whole"))
        .contains("PIN_ROLLBACK", (lines.size() - 2) + " entries are missing", "record of 1.4.0")
        .contains("data/audit/ops.jsonl:");
    Files.delete(trail);
    session.start("trail-whole");
    session.awaitIdle();
    assertThat(team.said("audit-chain", "trail-whole")).contains("the file is gone");
  }

  private static String record(Path bundle) throws IOException {
    try (var zip = new ZipFile(bundle.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("release-record.json")).readAllBytes(), UTF_8);
    }
  }

  @Test
  void involution() throws Exception {
    try (var team = involutionTeam(folder)) {
      team.commit("feat: nodes of the moon");
      team.given("rollback", Map.of("environment", "staging"));
      walked(team, "rollback");
      walked(team, "candidate", "gates", "pipeline", "canary", "after-release");
      var desk = team.release();
      assertThat(desk.decision().isGo()).as("nobody has approved it").isFalse();

      desk.signOff(desk.signOffRequest("approver"), team.sandbox.ada("approver"));

      assertThat(desk.decision().blockers()).isEmpty();
    }
  }

  static SampleTeam involutionTeam(Path folder) throws Exception {
    return involutionTeam(folder, new EngineService());
  }

  /// With a running candidate that answers as the test says.
  static SampleTeam involutionTeam(Path folder, EngineService engine) throws Exception {
    return new SampleTeam(folder, "involution", "2.3.1")
        .served(engine)
        .given("gates", Map.of("url", engine.url()))
        .given("pipeline", Map.of("url", engine.url()))
        .docker("up", "")
        .docker("ps.jsonl", healthy("engine") + healthy("resolver") + healthy("redis"))
        .change("pyproject.toml", "2.3.1", "2.4.0")
        .change(
            "CHANGELOG.md",
            "## [2.3.1]",
            "## [2.4.0] - "
                + LocalDate.now(ZoneOffset.UTC)
                + "\n\n### Added\n\n- Nodes of the moon.\n\n## [2.3.1]");
  }

  /// As the sample is before what the test commits: the version is raised, docker knows the
  /// services, and there is something to save.
  static SampleTeam aetherlinkTeam(Path folder) throws Exception {
    var team = new SampleTeam(folder, "aetherlink", "1.3.0");
    team.sandbox.environment.put("ADMIN_KEY", AetherService.ADMIN_KEY);
    team.sandbox.environment.put("VIEWER_KEY", AetherService.VIEWER_KEY);
    team.change("pyproject.toml", "1.3.0", "1.4.0")
        .docker(
            "ps.jsonl",
            healthy("aether-customer-ops")
                + healthy("aether-customer-ops-worker")
                + healthy("aether-redis"))
        .docker("health.json", "{\"ok\": true}\n")
        .docker("redis.txt", "PONG\n")
        .docker("logs.txt", "api-1  | listening\nworker-1  | waiting\n");
    zip(team.root().resolve("data/prepared.zip"), "knowledge.duckdb", "audit/ops.jsonl");
    return team;
  }

  interface Act {
    void done() throws Exception;
  }

  /// With a service that answers the request for its metrics.
  static void serving(SampleTeam team, String metrics, Act act) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          var typed = "# TYPE errors_total counter\n# TYPE rate_limited_total counter\n" + metrics;
          var bytes = typed.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.createContext(
        "/health",
        exchange -> {
          var bytes = "{\"ok\": true}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      team.given("daily", Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort()));
      act.done();
    } finally {
      server.stop(0);
    }
  }

  private static String healthy(String name) {
    return "{\"Name\": \"%s\", \"Service\": \"%s\", \"State\": \"running\", \"Health\": \"healthy\", \"ExitCode\": 0}\n"
        .formatted(name, name);
  }

  private static void zip(Path file, String... names) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static void walked(SampleTeam team, String... checklists) throws Exception {
    for (var checklist : List.of(checklists)) {
      var session = new People(team).walk(checklist);
      assertThat(session.view().decision().blockers())
          .as(
              checklist
                  + ": "
                  + session.view().steps().stream()
                      .filter(step -> !step.standing().isPass())
                      .map(step ->
                          step.step().id()
                              + " "
                              + step.standing()
                              + " "
                              + team.said(checklist, step.step().id()))
                      .toList())
          .isEmpty();
    }
  }
}
