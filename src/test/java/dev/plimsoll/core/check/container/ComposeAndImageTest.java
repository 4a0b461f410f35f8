package dev.plimsoll.core.check.container;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Docker's own answers, as a program prints them that is sure to be there.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "cat stands in for docker")
class ComposeAndImageTest {
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  /// One array, as Compose prints it up to 2.20.
  private static final String COMPOSE_2_15 =
      """
      [{"ID":"8ff2b7c9e1d0","Name":"ops-api-1","Command":"uvicorn app:app","Project":"ops",\
      "Service":"api","State":"running","Health":"healthy","ExitCode":0,"Publishers":[{"URL":\
      "0.0.0.0","TargetPort":8000,"PublishedPort":8000,"Protocol":"tcp"}]},{"ID":"51c0a3dd7b2e",\
      "Name":"ops-redis-1","Command":"docker-entrypoint.sh redis-server","Project":"ops",\
      "Service":"redis","State":"running","Health":"healthy","ExitCode":0,"Publishers":null}]
      """;

  /// An object on every line, as Compose prints it from 2.21 on.
  private static final String COMPOSE_2_29 =
      """
      {"Command":"\\"uvicorn app:app\\"","CreatedAt":"2026-03-01 09:00:00 +0000 UTC","ExitCode":0,\
      "Health":"healthy","ID":"8ff2b7c9e1d0","Image":"ops-api","Labels":"com.docker.compose.\
      service=api","LocalVolumes":"0","Mounts":"","Name":"ops-api-1","Names":"ops-api-1",\
      "Networks":"ops_default","Ports":"0.0.0.0:8000-\\u003e8000/tcp","Project":"ops","Publishers":\
      [{"URL":"0.0.0.0","TargetPort":8000,"PublishedPort":8000,"Protocol":"tcp"}],"RunningFor":\
      "2 minutes ago","Service":"api","Size":"0B","State":"running","Status":"Up 2 minutes (healthy)"}
      {"Command":"\\"docker-entrypoint.s…\\"","CreatedAt":"2026-03-01 09:00:00 +0000 UTC","ExitCode":0,\
      "Health":"healthy","ID":"51c0a3dd7b2e","Image":"redis:7.2","Labels":"","LocalVolumes":"1",\
      "Mounts":"ops_data","Name":"ops-redis-1","Names":"ops-redis-1","Networks":"ops_default",\
      "Ports":"6379/tcp","Project":"ops","Publishers":[],"RunningFor":"2 minutes ago","Service":\
      "redis","Size":"0B","State":"running","Status":"Up 2 minutes (healthy)"}
      """;

  @TempDir Path temp;
  private final ContainerVerb verb = new ContainerVerb();
  private Path root;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
  }

  @Test
  void everyServiceDeclaresAHealthCheck() throws Exception {
    write(
        "compose.yaml",
        """
        x-usual: &usual
          healthcheck: {test: [CMD, "true"]}
        services:
          app:
            <<: *usual
            build: .
          redis:
            image: redis:7.2
            healthcheck: {test: [CMD, redis-cli, ping]}
        """);
    var wanted =
        map("file", "compose.yaml", "healthcheck", true, "pinned", true, "services", "app");
    assertThat(judge(map("compose", wanted))).isInstanceOf(Outcome.Passed.class);
    write(
        "compose.yaml",
        """
        services:
          worker:
            image: "registry:5000/worker"
          redis:
            image: redis:latest
            healthcheck: {disable: true}
        """);
    assertThat(findings(map("compose", wanted)))
        .containsExactly(
            "compose.yaml:2:3: The service app is not declared. Use one of: worker, redis.",
            "compose.yaml:2:3: The service worker declares no health check. Add healthcheck: {test:"
                + " [...]}.",
            "compose.yaml:4:3: The service redis declares no health check. Add healthcheck: {test:"
                + " [...]}.",
            "compose.yaml:3:12: The image of worker has no version of its own. Name a tag other"
                + " than latest, or a digest.",
            "compose.yaml:5:12: The image of redis has no version of its own. Name a tag other than"
                + " latest, or a digest.");
  }

  @Test
  void aComposeFileOfNothingFailsAndOneThatIsBrokenCannotBeJudged() throws Exception {
    var wanted = map("compose", map("file", "compose.yaml", "healthcheck", true));
    write("compose.yaml", "services: {}\n");
    assertThat(judge(wanted)).isInstanceOf(Outcome.Failed.class);
    write("compose.yaml", "services:\n\tapp: {}\n");
    assertThat(judge(wanted)).isInstanceOf(Outcome.Inconclusive.class);
    write("compose.yaml", "services: {a: {image: \"x:${V}\"}}\n");
    assertThat(judge(map("compose", map("file", "compose.yaml", "pinned", true))))
        .isInstanceOf(Outcome.Inconclusive.class);
    Files.delete(root.resolve("compose.yaml"));
    assertThatThrownBy(() -> judge(wanted)).isInstanceOf(Problem.class);
  }

  @Test
  void noImageAtAllIsNotPinned() throws Exception {
    write("compose.yaml", "services: {app: {build: .}}\n");
    assertThat(judge(map("compose", map("file", "compose.yaml", "pinned", true))))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void everyServiceIsHealthyInEitherForm() throws Exception {
    write("array.json", "[" + service("app", "running", "healthy") + "]");
    assertThat(judge(health("array.json", "app")).observed()).isEqualTo("app healthy");
    write(
        "lines.json",
        service("app", "running", "healthy")
            + "\n"
            + service("redis", "running", "healthy")
            + "\n");
    assertThat(judge(health("lines.json", "sample-redis-1"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void saysWhichServiceIsNot() throws Exception {
    write(
        "ps.json",
        String.join(
            "\n",
            service("app", "running", "starting"),
            service("worker", "exited", ""),
            service("redis", "running", ""),
            service("migrate", "exited", "")));
    assertThat(
            judge(
                    map(
                        "health",
                        map(
                            "ps", List.of("cat", "ps.json"),
                            "services", List.of("app", "mail"),
                            "ended", "migrate")))
                .findings())
        .extracting(Finding::message)
        .containsExactly(
            "The service mail is not there.",
            "app runs, and is starting.",
            "worker is exited, not running.",
            "redis runs, and declares no health check.");
  }

  @Test
  void noServiceIsAFailureAndNoAnswerIsNone() throws Exception {
    write("empty.json", "");
    assertThat(judge(health("empty.json"))).isInstanceOf(Outcome.Failed.class);
    write("none.json", "[]");
    assertThat(judge(health("none.json"))).isInstanceOf(Outcome.Failed.class);
    write("odd.txt", "NAME  STATUS\n");
    assertThat(judge(health("odd.txt"))).isInstanceOf(Outcome.Inconclusive.class);
    assertThatThrownBy(() -> judge(health("missing.json")))
        .isInstanceOf(Problem.class)
        .hasMessageMatching("(?s).*ended with 1: .*missing.json: .*");
    assertThatThrownBy(() -> judge(map("health", map("ps", "no-such-docker"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Install no-such-docker");
  }

  @Test
  void isAskedAgainUntilAllAreHealthy() throws Exception {
    write("before.json", COMPOSE_2_15.replace("healthy", "starting"));
    write("after.json", COMPOSE_2_29);
    write(
        "ps.sh", "if test -e asked; then cat after.json; else touch asked; cat before.json; fi\n");
    var stage = new Stage(root);
    var outcome =
        stage.carryOut(verb, until("ps.sh", map("every", "10ms", "atMost", "60s"))).outcome();
    assertThat(outcome.observed()).isEqualTo("api, redis healthy");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(stage.tap.lines())
        .anyMatch(
            line -> line.contains("waits until 12:01:00 UTC at most: api runs, and is starting."));
  }

  @Test
  void whatNeverBecomesHealthyFailsWhenTheTimeIsOver() throws Exception {
    write("ps.sh", "echo '[]'\n");
    var outcome = judge(until("ps.sh", map("every", "10ms", "atMost", "50ms")));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("no service");
  }

  private static Map<String, Object> until(String script, Map<String, Object> until) {
    return map(
        "health", map("ps", List.of("sh", script), "services", List.of("api"), "until", until));
  }

  @Test
  void theImageIsTheRecordedOne() throws Exception {
    write("digests.toml", "[images]\napp = \"" + DIGEST + "\"\n");
    write(
        "app.json",
        "[{\"Id\": \"sha256:"
            + "0".repeat(64)
            + "\", \"RepoDigests\": [\"r/app@"
            + DIGEST
            + "\"]}]");
    assertThat(judge(image("app.json", "digests.toml#images.app")).observed())
        .isEqualTo("app.json is " + DIGEST.substring(0, 19));
    assertThat(judge(image("app.json", "sha256:" + "cd".repeat(32))))
        .isInstanceOf(Outcome.Failed.class);
    write("odd.json", "{}");
    assertThat(judge(image("odd.json", DIGEST))).isInstanceOf(Outcome.Inconclusive.class);
    assertThatThrownBy(() -> judge(image("app.json", "digests.toml#images.none")))
        .isInstanceOf(Problem.class);
  }

  private static Map<String, Object> health(String file, String... services) {
    return map("health", map("ps", List.of("cat", file), "services", List.of(services)));
  }

  private static Map<String, Object> image(String name, String digest) {
    return map("image", map("name", name, "digest", digest, "inspect", "cat"));
  }

  private static String service(String name, String state, String health) {
    return "{\"Service\":\"%s\",\"Name\":\"sample-%s-1\",\"State\":\"%s\",\"Health\":\"%s\",\"ExitCode\":0}"
        .formatted(name, name, state, health);
  }

  private Outcome judge(Object value) throws InterruptedException {
    return new Stage(root).carryOut(verb, value).outcome();
  }

  private List<String> findings(Object value) throws InterruptedException {
    return judge(value).findings().stream().map(Finding::toString).toList();
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(root.resolve(path), text);
  }
}
