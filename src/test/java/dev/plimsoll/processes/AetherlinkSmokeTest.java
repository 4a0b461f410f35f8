package dev.plimsoll.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.processes.AetherService.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// AetherLink's smoke tests against a service that behaves as its release document says, and
/// against the same service with one thing wrong.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS) // the stand-ins are shell scripts
class AetherlinkSmokeTest {
  private static final String LIST = "smoke-tests";
  private static final String FILE = ".plimsoll/checklists/smoke-tests.yaml";

  @TempDir Path folder;
  private SampleTeam team;
  private AetherService service;

  @BeforeEach
  void assemble() throws Exception {
    team = GreenReleaseTest.aetherlinkTeam(folder);
    team.change(
            ".plimsoll/project.yaml",
            "{checklist: smoke-tests, after: [release-steps]}",
            "{checklist: smoke-tests}")
        .commit("feat: answers name their documents");
    service = new AetherService(team.root().resolve("data/audit/ops.jsonl"), team.clock);
    team.given(LIST, Map.of("url", service.url()));
  }

  @AfterEach
  void close() {
    team.close();
    service.close();
  }

  @Test
  void everythingIsGreenAndTheDriftOfTheDocumentIsShown() throws Exception {
    var session = walked();

    assertThat(session.view().decision().blockers()).as(told()).isEmpty();
    assertThat(session.view().step("health-as-documented").orElseThrow().standing())
        .isEqualTo(Standing.FAILED);
    assertThat(team.said(LIST, "health-as-documented")).contains("$.status");
    assertThat(team.said(LIST, "rate-limit")).contains("60 requests good, request 61 was refused");
    assertThat(service.seen().stream().filter("GET /search"::equals)).hasSize(62);
    assertThat(service.seen()).allSatisfy(request -> assertThat(request).doesNotContain("k-4f7a"));
    assertThat(session.traffic().plan().requests()).isGreaterThan(70);
  }

  @Test
  void theKeysStandNowhereInTheHistory() throws Exception {
    walked();
    team.close();

    for (var key : List.of(AetherService.ADMIN_KEY, AetherService.VIEWER_KEY)) {
      try (var files = Files.walk(team.sandbox.folder.resolve("home"))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          assertThat(
                  new String(
                      Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(key);
        }
      }
    }
  }

  @Test
  void inItsWrittenOrderTheRateLimitStarvesNobodyThatComesAfterIt() throws Exception {
    var list = Files.readString(team.root().resolve(FILE));
    var limit = list.substring(list.indexOf("      - id: rate-limit"));
    var search = list.substring(list.indexOf("      - id: search"), list.indexOf("  - id: limit"));
    team.write(
            FILE,
            list.replace(limit, search.replace("id: search", "id: search-afterwards"))
                .replace(search, limit + search))
        .commit("docs: T3 stands before T5, as in the document");

    var session = walked();

    assertThat(session.view().decision().blockers()).as(told()).isEmpty();
    assertThat(steps("rate-limit", "search", "search-afterwards"))
        .containsExactly(Standing.PASSED, Standing.PASSED, Standing.PASSED);
    assertThat(session.output("search").lines().getFirst().text())
        .startsWith("waits until ")
        .contains("is used up by “T3");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/health", inNoLine = "health")
  void healthSaysNoThoughItAnswers200(TestInfo test) throws Exception {
    caught(test, Fault.HEALTH_SAYS_NO, "health", "$.ok");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/example-key", inNoLine = "example-key")
  void theKeyOfTheExampleFileIsAccepted(TestInfo test) throws Exception {
    caught(test, Fault.EXAMPLE_KEY_ACCEPTED, "example-key", "200");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/rate-limit", inNoLine = "rate-limit")
  void theSixtyFirstSearchIsNotRefused(TestInfo test) throws Exception {
    caught(test, Fault.NO_LIMIT, "rate-limit", "Request 61 should have been refused");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/rate-limit", inNoLine = "rate-limit")
  void oneOfTheSixtyIsAnsweredWith500(TestInfo test) throws Exception {
    caught(test, Fault.ERROR_AMONG_THE_SIXTY, "rate-limit", "request 37 of 61");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/trail-grew", inNoLine = "trail-grew")
  void anIngestLeavesNoEntryInTheTrail(TestInfo test) throws Exception {
    caught(test, Fault.NO_AUDIT_ENTRY, "trail-grew", "Expected grown >= 1, saw 0");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/trail-entry", inNoLine = "trail-entry")
  void theNewEntryIsOfAnotherKind(TestInfo test) throws Exception {
    caught(test, Fault.OTHER_AUDIT_ENTRY, "trail-entry", "login");
  }

  @Test
  @Breaks("aetherlink/smoke-tests/trail-grew")
  void theNewEntryDoesNotGoOnFromTheOneBeforeIt(TestInfo test) throws Exception {
    caught(test, Fault.CHAIN_NOT_EXTENDED, "trail-grew", "data/audit/ops.jsonl:5");
  }

  @Test
  @Breaks(value = "aetherlink/smoke-tests/search", inNoLine = "search")
  void theSearchFindsNothing(TestInfo test) throws Exception {
    caught(test, Fault.EMPTY_SEARCH, "search", "$.results");
  }

  /// Exactly the intended step fails, the drift of the document apart, and it says why.
  private void caught(TestInfo test, Fault fault, String step, String words) throws Exception {
    service.with(fault);
    walked();

    var failed = new ArrayList<String>();
    for (var view : team.open(LIST).view().steps()) {
      if (view.standing() == Standing.FAILED && view.step().rules().required()) {
        failed.add("aetherlink/smoke-tests/" + view.step().id());
      }
    }
    assertThat(failed)
        .as(told())
        .containsExactlyInAnyOrderElementsOf(SampleTeam.intended(test))
        .containsExactly("aetherlink/smoke-tests/" + step);
    assertThat(team.said(LIST, step)).contains(words);
  }

  private dev.plimsoll.core.run.RunSession walked() throws InterruptedException {
    var session = team.open(LIST);
    session.startAutomatic();
    session.awaitIdle();
    return session;
  }

  private List<Standing> steps(String... ids) {
    var view = team.open(LIST).view();
    return java.util.Arrays.stream(ids).map(id -> view.step(id).orElseThrow().standing()).toList();
  }

  private String told() {
    var told = new StringBuilder();
    for (var view : team.open(LIST).view().steps()) {
      told.append(view.step().id()).append(' ').append(view.standing()).append(' ');
      told.append(team.said(LIST, view.step().id())).append("\n");
    }
    return told.toString();
  }
}
