package dev.plimsoll.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// The arithmetic of `plimsoll_verify.py` against the Ed25519 vectors of project Wycheproof (C2SP),
/// a third-party suite read where it lies beside the clone.
@Tag("third-party")
@Timeout(120)
class PythonEd25519Test {
  private static final Path VECTORS = Path.of("..", "shared", "fixtures", "ed25519_test.json");

  @Test
  void itJudgesEveryVectorAsWycheproofDoes() throws Exception {
    assumeTrue(Files.exists(VECTORS), "Wycheproof's vectors are not beside this clone.");
    var json = JsonMapper.shared();
    var questions = new StringBuilder();
    var expected = new ArrayList<String>();
    for (var group : json.readTree(VECTORS.toFile()).get("testGroups")) {
      for (var vector : group.get("tests")) {
        var question =
            json.createObjectNode()
                .put("key", group.get("publicKey").get("pk").asString())
                .put("message", vector.get("msg").asString())
                .put("signature", vector.get("sig").asString());
        questions.append(question).append('\n');
        expected.add(vector.get("result").asString());
      }
    }
    var python = new ProcessBuilder("python3", PythonVerifier.SCRIPT.toString(), "ed25519").start();
    try (var in = python.getOutputStream()) {
      in.write(questions.toString().getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(python.waitFor()).isZero();
    assertThat(said.lines().toList()).hasSizeGreaterThan(100).isEqualTo(expected);
  }
}
