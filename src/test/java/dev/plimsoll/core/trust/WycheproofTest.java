package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The Ed25519 vectors of project Wycheproof (C2SP), a third-party suite read where it lies beside
/// the clone.
@Tag("third-party")
class WycheproofTest {
  private static final Path VECTORS = Path.of("..", "shared", "fixtures", "ed25519_test.json");

  @Test
  void judgesEveryVectorAsWycheproofAndTheJdkDo() throws Exception {
    assumeTrue(
        Files.exists(VECTORS),
        "Wycheproof's vectors are not beside this clone; nothing else is skipped.");
    JsonNode suite = new ObjectMapper().readTree(VECTORS.toFile());
    int judged = 0;
    for (JsonNode group : suite.get("testGroups")) {
      byte[] raw = hex(group.get("publicKey").get("pk"));
      Ed25519PublicKey key = Ed25519PublicKey.fromRaw(raw);
      for (JsonNode vector : group.get("tests")) {
        byte[] message = hex(vector.get("msg"));
        byte[] signature = hex(vector.get("sig"));
        boolean valid = vector.get("result").asString().equals("valid");
        assertThat(key.verify(message, signature)).as(vector.toString()).isEqualTo(valid);
        assertThat(Ed25519PublicKeyTest.jdkVerify(raw, message, signature))
            .as(vector.toString())
            .isEqualTo(valid);
        judged++;
      }
    }
    assertThat(judged).isEqualTo(suite.get("numberOfTests").asInt()).isGreaterThan(100);
  }

  private static byte[] hex(JsonNode node) {
    return HexFormat.of().parseHex(node.asString());
  }
}
