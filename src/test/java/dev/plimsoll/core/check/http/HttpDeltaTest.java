package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.check.chain.Trail;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a request leaves behind: an entry in an audit chain, a line in a log, a count.
class HttpDeltaTest {
  @TempDir Path root;
  private final HttpVerb verb = new HttpVerb();
  private Stage stage;
  private CountingService service;
  private Path chain;
  private Path log;
  private Trail trail;

  @BeforeEach
  void prepare() throws IOException {
    chain = root.resolve("data/ops.jsonl");
    log = root.resolve("data/access.log");
    trail = Trail.of(3).write(chain);
    stage =
        new Stage(root)
            .auditing(
                new Project.Audit(
                    List.of(new AuditedChain("ops", "data/ops.jsonl", "aetherlink")),
                    Recipes.builtIn().all()));
    service =
        new CountingService()
            .on(
                "/ingest",
                (exchange, _) -> {
                  trail.and(1).write(chain);
                  Files.writeString(
                      log, "one line\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                  CountingService.answer(exchange, 200, "{}");
                })
            .on("/nothing", (exchange, _) -> CountingService.answer(exchange, 200, "{}"))
            .on(
                "/anew",
                (exchange, _) -> {
                  Files.writeString(chain, Trail.of(4).altered(1));
                  CountingService.answer(exchange, 200, "{}");
                })
            .on(
                "/later",
                (exchange, _) -> {
                  Thread.ofVirtual()
                      .start(() -> {
                        try {
                          Thread.sleep(400);
                          trail.and(1).write(chain);
                        } catch (IOException | InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                      });
                  CountingService.answer(exchange, 202, "{}");
                });
    service.on(
        "/metrics",
        (exchange, _) ->
            CountingService.answer(
                exchange,
                200,
                "ingests_total{kind=\"a\"} " + service.asked("/ingest") + "\nother_total 5\n"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aChainThatGrewByOneAndGoesOnPasses() throws Exception {
    var outcome = ask("/ingest", map("chain", "ops", "grew", 1));
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).endsWith("; the chain ops grew by 1");
  }

  @Test
  void aChainThatDidNotGrowFails() throws Exception {
    var outcome = ask("/nothing", map("chain", "ops", "grew", 1));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome))
        .containsExactly("Expected that the chain ops grows by exactly 1, saw 3 stay 3.");
  }

  @Test
  void aChainThatGrewAndIsNotWholeFails() throws Exception {
    var outcome = ask("/anew", map("chain", "ops", "grew", 1));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(messages(outcome).getFirst()).startsWith("The chain data/ops.jsonl is not whole: ");
  }

  @Test
  void aChainThatWasWrittenAnewIsNoGrowth() throws Exception {
    service.on(
        "/rewritten",
        (exchange, _) -> {
          Files.writeString(chain, Trail.of(4).text().replace("search", "sEarch"));
          CountingService.answer(exchange, 200, "{}");
        });
    assertThat(ask("/rewritten", map("chain", "ops", "grew", 1)))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void nothingIsSentWhereTheChainWasBrokenBefore() throws Exception {
    Files.writeString(chain, trail.altered(1));
    var outcome = ask("/ingest", map("chain", "ops", "grew", 1));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(service.asked("/ingest")).isZero();
  }

  @Test
  void anEntryMayTakeItsTime() throws Exception {
    var delta = map("chain", "ops", "grew", 1, "within", "30s");
    assertThat(
            stage
                .carryOut(
                    verb,
                    map("url", service.url() + "/later", "method", "POST", "delta", delta),
                    List.of("status == 202"))
                .outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void linesOfALogAreCountedExactlyOrAtLeast() throws Exception {
    assertThat(ask("/ingest", map("file", "data/access.log", "lines", 1)))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(ask("/ingest", map("file", "data/access.log", "lines", 2)))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(ask("/ingest", map("file", "data/access.log", "lines", ">= 1")))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(ask("/ingest", map("file", "data/access.log", "bytes", 9)))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aCounterGrewByExactlyThis() throws Exception {
    var metric =
        map("metric", map("url", service.url() + "/metrics", "name", "ingests_total"), "by", 1);
    assertThat(ask("/ingest", metric)).isInstanceOf(Outcome.Passed.class);
    var outcome = ask("/nothing", metric);
    assertThat(messages(outcome))
        .containsExactly("Expected that ingests_total grows by exactly 1, saw 1 stay 1.");
  }

  @Test
  void metricsThatCannotBeReadStopItBeforeAnythingIsSent() throws Exception {
    var outcome =
        ask(
            "/ingest",
            map("metric", map("url", service.url() + "/gone", "name", "ingests_total"), "by", 1));
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(service.asked("/ingest")).isZero();
  }

  private Outcome ask(String path, Map<String, Object> delta) throws InterruptedException {
    return stage
        .carryOut(
            verb,
            map("url", service.url() + path, "method", "POST", "delta", delta),
            List.of("status == 200"))
        .outcome();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.findings().stream().map(Finding::message).toList();
  }
}
