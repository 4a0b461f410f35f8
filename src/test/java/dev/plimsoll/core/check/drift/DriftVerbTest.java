package dev.plimsoll.core.check.drift;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftVerbTest {
  private static final String CHECKLIST =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      sections:
        - id: all
          title: All
          steps:
            - id: a
              title: A
              command: {run: [python, tools/check.py, --out, "{version}/x.json"], in: services/api}
              troubleshoot: "docs/testing.md#fails"
            - id: b
              title: B
              command: [make, lint]
            - id: c
              title: C
              command: {shell: sh, run: "npm run build && curl -H $ADMIN_KEY http://localhost:8000/health"}
            - id: d
              title: D
              files: {exist: README.md, absent: "**/*.orig", age: {"backups/*.zip": 24h}}
            - id: e
              title: E
              env: {set: [ADMIN_KEY]}
      """;

  @TempDir Path temp;
  private final DriftVerb verb = new DriftVerb();
  private Path root;

  @BeforeEach
  void prepare() throws Exception {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    git("init", "-q");
    write(".plimsoll/checklists/pre-release.yaml", CHECKLIST);
    write("services/api/tools/check.py", "import os\nos.environ['ADMIN_KEY']\n");
    write("docs/testing.md", "x\n");
    write("Makefile", ".PHONY: lint\nVAR := x\nlint test: deps\n\ttrue\n");
    write("package.json", "{\"scripts\": {\"build\": \"tsc\", \"test\": \"jest\"}}\n");
    write("README.md", "x\n");
    write("routes.py", "app.get('/health')\n");
    git("add", ".");
  }

  @Test
  void allThatIsMentionedIsThere() throws Exception {
    assertThat(judge(true).findings()).isEmpty();
    assertThat(judge(true)).isEqualTo(new Outcome.Passed("all 8 mentions are there"));
    assertThat(judge(map("routes", "routes.py"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void saysWhatIsGoneAndWhatWasProbablyMeant() throws Exception {
    git("mv", "docs/testing.md", "docs/tests.md");
    Files.createDirectories(root.resolve("services/api/scripts"));
    git("mv", "services/api/tools/check.py", "services/api/scripts/check.py");
    write("services/api/scripts/check.py", "os.environ['ADMIN_KEYS']\n");
    write("Makefile", "lints:\n\ttrue\n");
    write("package.json", "{\"scripts\": {\"build:all\": \"tsc\"}}\n");
    write("routes.py", "app.get('/healthz-2')\n".replace("healthz-2", "ready"));
    assertThat(judge(map("routes", "*.py")).findings())
        .extracting(Finding::toString)
        .containsExactlyInAnyOrder(
            list(11, 33)
                + "path services/api/tools/check.py. Did you mean"
                + " 'services/api/scripts/check.py'?",
            list(12, 23) + "path docs/testing.md. Did you mean 'docs/tests.md'?",
            list(15, 18) + "make target lint. Did you mean 'lints'?",
            list(18, 35)
                + "npm script build. Correct the checklist, or ignore the name where it is"
                + " made later.",
            list(18, 35) + "environment name ADMIN_KEY. Did you mean 'ADMIN_KEYS'?",
            list(18, 35)
                + "route /health. Correct the checklist, or ignore the name where it is made"
                + " later.",
            list(24, 21) + "environment name ADMIN_KEY. Did you mean 'ADMIN_KEYS'?");
  }

  @Test
  void aLongerRouteIsAnotherOne() throws Exception {
    write("routes.py", "app.get('/healthz'); app.get('/health-2')\n");
    assertThat(judge(map("routes", "routes.py")).findings())
        .singleElement()
        .asString()
        .contains("route /health");
    write("routes.py", "app.get('/healthz'); app.get('/health')\n");
    assertThat(judge(map("routes", "routes.py"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void whatIsMadeLaterCanBeIgnored() throws Exception {
    Files.delete(root.resolve("README.md"));
    assertThat(judge(true)).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("ignore", "README.*"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void nothingMentionedIsNotClean() throws Exception {
    write(".plimsoll/checklists/pre-release.yaml", "sections: []\n");
    assertThat(judge(true)).isInstanceOf(Outcome.Inconclusive.class);
    write(".plimsoll/checklists/pre-release.yaml", "sections: [\n");
    assertThat(judge(true)).isInstanceOf(Outcome.Inconclusive.class);
    write(".plimsoll/checklists/pre-release.yaml", CHECKLIST);
    assertThatThrownBy(() -> judge(map("routes", "none/*.py"))).isInstanceOf(Problem.class);
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(verb, map("route", "a"), null)).first().asString().contains("'routes'");
    assertThat(Stage.lint(verb, map("routes", "../a"), null))
        .singleElement()
        .asString()
        .contains("leads out");
  }

  private static String list(int line, int column) {
    return ".plimsoll/checklists/pre-release.yaml:"
        + line
        + ":"
        + column
        + ": The repository does not have the ";
  }

  @Test
  void aChecklistThatIsFarTooLargeIsRefusedInWords() throws Exception {
    try (var file =
        new RandomAccessFile(root.resolve(".plimsoll/checklists/big.yaml").toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    assertThatThrownBy(() -> judge(true))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("larger than 1 MiB");
  }

  private Outcome judge(Object value) throws InterruptedException {
    return new Stage(root).carryOut(verb, value).outcome();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
