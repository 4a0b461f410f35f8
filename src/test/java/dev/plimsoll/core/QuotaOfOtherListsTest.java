package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.http.CountingService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A quota that one checklist has used up is used up for the others of the project, too.
@Timeout(120)
class QuotaOfOtherListsTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: ID
      title: ID
      category: smoke
      parameters:
        url: {type: url}
      sections:
        - id: all
          title: All
          steps:
            - id: ID-step
              title: Step of ID
              http: {url: "{url}/ok"MANNER}
              expect: [status == 200]
      """;

  @TempDir Path folder;

  private static String list(String id, String manner) {
    return LIST.replace("ID", id).replace("MANNER", manner);
  }

  @Test
  void aStepOfAnotherListAndVersionWaits() throws Exception {
    var sandbox =
        Sandbox.with(
            folder,
            Map.of(
                "wide", list("wide", ", burst: {requests: 5, usesUp: 1h}"),
                "plain", list("plain", "")));
    try (var service =
            new CountingService()
                .on("/ok", (asked, _) -> CountingService.answer(asked, 200, "{}"));
        var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      var options = sandbox.options(Map.of("url", service.url()));
      try (var session = project.release("1.0.0").open("wide", options)) {
        session.startAutomatic();
        session.awaitIdle();
      }
      assertThat(service.asked("/ok")).isEqualTo(5);
      try (var session = project.release("1.0.1").open("plain", options)) {
        session.startAutomatic();
        for (var looks = 0; looks < 3_000 && session.traffic().waits().isEmpty(); looks++) {
          Thread.sleep(20);
        }
        assertThat(session.traffic().waits()).containsKey("plain-step");
        assertThat(session.traffic().waits().get("plain-step").words(session.traffic().zone()))
            .endsWith("is used up by “Step of wide”");
        session.cancel("plain-step");
        session.awaitIdle();
      }
      assertThat(service.asked("/ok")).isEqualTo(5);
      var elsewhere = sandbox.options(Map.of("url", "http://localhost:" + (service.port() ^ 1)));
      try (var session = project.release("1.0.2").open("plain", elsewhere)) {
        session.startAutomatic();
        session.awaitIdle();
        assertThat(session.state().step("plain-step").attempts()).hasSize(1);
      }
    }
  }
}
