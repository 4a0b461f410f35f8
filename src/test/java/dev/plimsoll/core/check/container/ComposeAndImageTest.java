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
        .hasMessageContaining("ended with 1");
    assertThatThrownBy(() -> judge(map("health", map("ps", "no-such-docker"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Install no-such-docker");
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
