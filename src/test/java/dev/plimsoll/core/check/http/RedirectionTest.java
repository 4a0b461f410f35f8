package dev.plimsoll.core.check.http;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a server leads that writes less than a whole address.
class RedirectionTest {
  @TempDir Path root;

  @Test
  void aReferenceWithoutASlashLeadsBesideThePageOfTheSameHost() throws Exception {
    try (var server = new RawServer()) {
      server
          .on("/", RawServer.answer("302 Found", "Location: other\r\n", ""))
          .on("/other", RawServer.answer("302 Found", "Location: shop/cart?x=1\r\n", ""))
          .on("/end", RawServer.answer("200 OK", "", "here"));
      server.on(
          "/shop/cart",
          (asked, _, out) ->
              out.write(
                  RawServer.answer(
                          "302 Found",
                          asked.contains("x=1")
                              ? "Location: ?x=2\r\n"
                              : "Location: ./../up/../end\r\n",
                          "")
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      for (var first : List.of(server.url(), server.url() + "/")) {
        var outcome =
            new Stage(root)
                .carryOut(
                    new HttpVerb(),
                    map("url", first, "redirects", 5),
                    List.of("status == 200", "body == here", "url endsWith /end", "redirects == 4"))
                .outcome();
        assertThat(outcome).isInstanceOf(Outcome.Passed.class);
      }
    }
  }
}
