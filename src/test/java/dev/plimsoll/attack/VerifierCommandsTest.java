package dev.plimsoll.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The two standalone verifiers as a person types them.
@Timeout(120)
class VerifierCommandsTest {
  @TempDir Path folder;
  private Scene sound;

  @BeforeEach
  void seal() throws IOException {
    sound = Bundles.scene(folder, null, bundle -> {});
  }

  private Heard shell(String... options) throws IOException {
    return run(Map.of(), "sh", ShellVerifier.SCRIPT.toString(), options);
  }

  private Heard python(String... options) throws IOException {
    return run(Map.of(), "python3", PythonVerifier.SCRIPT.toString(), options);
  }

  private Heard run(Map<String, String> environment, String program, String script, String... rest)
      throws IOException {
    var words = new ArrayList<>(List.of(program, script));
    words.addAll(List.of(rest));
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Heard(process.waitFor(), text);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private String name() {
    return sound.file().getFileName().toString();
  }

  @Test
  void theVerdictIsTheLastLineAndTheExitCode() throws Exception {
    var pin =
        Bundles.own().encode().lines().skip(1).limit(2).reduce((size, root) -> size + ":" + root);
    var options = new String[] {name(), "--trust", "allowed_signers", "--pin", pin.orElseThrow()};
    assertThat(shell(options)).satisfies(VerifierCommandsTest::proven);
    assertThat(python("bundle", name(), "--trust", "allowed_signers", "--pin", pin.orElseThrow()))
        .satisfies(VerifierCommandsTest::proven);
  }

  private static void proven(Heard heard) {
    assertThat(heard.text()).endsWith("\nPROVEN\n").doesNotContain("NOTHING_TO_COMPARE");
    assertThat(heard.exit()).isZero();
  }

  @Test
  void anUnpackedBundleIsReadInItsFolderWithOtherFilesBesideIt() throws Exception {
    var unpacked = Bundles.SAMPLE.bundle().folder(folder.resolve("unpacked"));
    Files.writeString(unpacked.resolve("my-notes.txt"), "mine");

    assertThat(shell("unpacked", "--trust", "allowed_signers").exit()).isZero();
    assertThat(python("bundle", "unpacked", "--trust", "allowed_signers").exit()).isZero();
  }

  @Test
  void bashReadsTheScriptAsWell() throws Exception {
    var words = new String[] {name(), "--trust", "allowed_signers"};
    assertThat(run(Map.of(), "bash", ShellVerifier.SCRIPT.toString(), words).exit()).isZero();
  }

  @Test
  void aProgramThatIsMissingIsNamedAndNothingIsConcluded() throws Exception {
    var said =
        run(
            Map.of("PATH", folder.toString()),
            "/bin/sh",
            ShellVerifier.SCRIPT.toString(),
            name(),
            "--trust",
            "allowed_signers");

    assertThat(said.text()).contains("jq: this program is needed and is not here");
    assertThat(said.exit()).isEqualTo(2);
  }

  @Test
  void wordsThatAreNotUnderstoodAreNoVerdict() throws Exception {
    assertThat(shell(name()).exit()).isEqualTo(64);
    assertThat(shell(name(), "--trust").exit()).isEqualTo(64);
    assertThat(shell(name(), "--force").exit()).isEqualTo(64);
  }

  @Test
  void theAnswerInJsonSaysTheSame() throws Exception {
    var said = python("bundle", name(), "--trust", "allowed_signers", "--json");

    assertThat(said.text()).contains("\"verdict\": \"PROVEN\"", "\"exit\": 0");
    assertThat(said.exit()).isZero();
  }

  @Test
  void thePythonFileIsInTheLanguageOf39() throws Exception {
    Files.writeString(
        folder.resolve("parse.py"),
        "import ast, sys\nast.parse(open(sys.argv[1]).read(), feature_version=(3, 9))\n");

    assertThat(run(Map.of(), "python3", "parse.py", PythonVerifier.SCRIPT.toString()).exit())
        .isZero();
  }

  @Test
  void neitherKnowsAnythingOfPlimsollsCode() throws Exception {
    for (var script : List.of(ShellVerifier.SCRIPT, PythonVerifier.SCRIPT)) {
      assertThat(Files.readString(script)).doesNotContain("java ", ".jar", "bin/plimsoll ");
    }
  }
}
