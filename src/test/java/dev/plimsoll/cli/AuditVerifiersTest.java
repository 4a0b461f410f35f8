package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.record.StandaloneVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditVerifiersTest {
  @TempDir Path folder;

  @Test
  void bothAreWrittenWithTheirDigestsAsTheyLieInTheSources() throws Exception {
    var said =
        Shell.in(folder.resolve("nowhere"))
            .run("audit", "verifiers", "--out", folder.resolve("out").toString());

    assertThat(said.exit()).isZero();
    for (var verifier : StandaloneVerifier.all()) {
      assertThat(said.out()).contains(verifier.sha256(), verifier.name());
      assertThat(folder.resolve("out").resolve(verifier.name()))
          .hasSameBinaryContentAs(Path.of("resources/verify", verifier.name()));
    }
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    var mine = Files.writeString(folder.resolve("verify.sh"), "mine");

    var said =
        Shell.in(folder.resolve("nowhere")).run("audit", "verifiers", "--out", folder.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("is there already");
    assertThat(mine).hasContent("mine");
  }
}
