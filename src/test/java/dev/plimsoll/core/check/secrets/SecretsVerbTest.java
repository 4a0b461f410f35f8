package dev.plimsoll.core.check.secrets;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsVerbTest {
  /// Put together here, so that nobody's scanner takes this file for a leak.
  private static final String TOKEN = "ghp" + "_" + "a8Kd02LmZq71PwXv" + "9RtYc4Nb6Js3Hf5GdE2w";

  @TempDir Path temp;
  private final SecretsVerb verb = new SecretsVerb();
  private Path root;
  private Stage stage;

  @BeforeEach
  void prepare() throws Exception {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    git("init", "-q");
    stage = new Stage(root);
  }

  @Test
  void findsATokenInATrackedFileAndNeverShowsIt() throws Exception {
    tracked("src/app.py", "import os\n\nTOKEN = '" + TOKEN + "'\n");
    var outcome = judge("tracked");
    assertThat(outcome.observed()).isEqualTo("1 secret in 1 files");
    assertThat(outcome.findings())
        .singleElement()
        .asString()
        .startsWith("src/app.py:3: A GitHub token (github-token, fingerprint ")
        .endsWith("allow its fingerprint with a reason.");
    assertThat(outcome.toString() + stage.tap.lines()).doesNotContain(TOKEN.substring(0, 8));
  }

  @Test
  void looksAtWhatGitTracksAndAtNothingElse() throws Exception {
    tracked("README.md", "nothing here\n");
    write("scratch.txt", TOKEN);
    assertThat(judge("tracked")).isEqualTo(new Outcome.Passed("no secret in 1 files"));
    assertThat(judge(map("tracked", false, "in", "scratch.txt")))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void nothingLookedAtIsNotClean() throws Exception {
    assertThat(judge("tracked")).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge(map("tracked", false, "in", "dist/**"))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void theSameSecretHasTheSameFingerprintWhereverItStands() throws Exception {
    tracked("a.txt", TOKEN + "\n");
    tracked("b/c.yml", "x: 1\ntoken: \"" + TOKEN + "\"\n");
    var prints = fingerprints(judge("tracked"));
    assertThat(prints).hasSize(2);
    assertThat(prints.getFirst()).isEqualTo(prints.getLast());
  }

  @Test
  void whatIsAllowedPassesAndAnotherSecretOnTheSameLineDoesNot() throws Exception {
    tracked("a.txt", TOKEN + "\n");
    var print = fingerprints(judge("tracked")).getFirst();
    var allow = map("allow", map("fingerprint", print, "reason", "revoked in 2024"));
    assertThat(judge(allow)).isEqualTo(new Outcome.Passed("no secret in 1 files; 1 allowed"));
    tracked("a.txt", TOKEN.replace("Kd02", "Kd03") + "\n");
    assertThat(judge(allow)).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(allow).findings())
        .extracting(Finding::message)
        .contains("The allowed fingerprint " + print + " is nowhere any more.");
  }

  @Test
  void anAllowanceThatNothingNeedsIsAWarning() throws Exception {
    tracked("a.txt", "clean\n");
    assertThat(judge(map("allow", map("fingerprint", "0123456789abcdef", "reason", "old"))))
        .isInstanceOf(Outcome.Warned.class);
  }

  @Test
  void countsWhatItDidNotLookAt() throws Exception {
    tracked("a.txt", "clean\n");
    tracked("b.bin", TOKEN + "\0");
    tracked("big.txt", "x".repeat(Bounded.LARGEST + 1));
    tracked("gone.txt", "x");
    Files.delete(root.resolve("gone.txt"));
    tracked("fixtures/f.txt", TOKEN);
    assertThat(judge(map("except", "fixtures/**")))
        .isEqualTo(
            new Outcome.Passed(
                "no secret in 1 files; not looked at: 1 binary, 1 larger than 5 MiB, 1 no longer"
                    + " there, 1 left out by the checklist"));
  }

  @Test
  void looksIntoArchivesThatGoOut() throws Exception {
    write("dist/settings.env", "SAFE=1\n");
    try (var zip =
        new ZipOutputStream(Files.newOutputStream(root.resolve("dist/pkg-1.0-py3.whl")))) {
      zip.putNextEntry(new ZipEntry("pkg/config.py"));
      zip.write(("\n\nkey = '" + TOKEN + "'\n").getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("pkg/clean.py"));
      zip.write("x".getBytes(StandardCharsets.UTF_8));
    }
    write("tree/" + "d".repeat(90) + "/" + "e".repeat(40) + ".py", "k = '" + TOKEN + "'\n");
    run(List.of("tar", "-czf", "dist/src.tar.gz", "tree"));
    var outcome = judge(map("tracked", false, "in", "dist/**"));
    assertThat(outcome.findings())
        .extracting(finding -> String.valueOf(finding.at()))
        .containsExactly(
            "dist/pkg-1.0-py3.whl!/pkg/config.py:3",
            "dist/src.tar.gz!/tree/" + "d".repeat(90) + "/" + "e".repeat(40) + ".py:1");
  }

  @Test
  void anArchiveThatCannotBeReadIsNotClean() throws Exception {
    write("dist/a.zip", "this is no archive");
    write("dist/ok.txt", "clean");
    var outcome = judge(map("tracked", false, "in", "dist/**"));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.findings()).singleElement().asString().contains("dist/a.zip");
  }

  @ParameterizedTest
  @ValueSource(chars = {'7', 'S', 'Z'})
  void looksIntoEntriesOfRarerKinds(char kind) throws Exception {
    var content = ("k = '" + TOKEN + "'\n").getBytes(StandardCharsets.UTF_8);
    var archive = new byte[2048];
    put(archive, 0, "app.py");
    put(archive, 124, String.format("%011o", content.length));
    put(archive, 148, " ".repeat(8));
    archive[156] = (byte) kind;
    var sum = 0;
    for (var i = 0; i < 512; i++) {
      sum += archive[i] & 0xff;
    }
    put(archive, 148, String.format("%06o", sum) + "\0 ");
    System.arraycopy(content, 0, archive, 512, content.length);
    write("dist/ok.txt", "clean");
    Files.write(root.resolve("dist/a.tar"), archive);
    assertThat(judge(map("tracked", false, "in", "dist/**")).findings())
        .extracting(finding -> String.valueOf(finding.at()))
        .containsExactly("dist/a.tar!/app.py:1");
  }

  private static void put(byte[] target, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, target, at, bytes.length);
  }

  @Test
  void readsWhatAWindowsShellWrote() throws Exception {
    var text = "\uFEFFTOKEN=" + TOKEN + "\r\n";
    Files.write(root.resolve("out.txt"), text.getBytes(StandardCharsets.UTF_16LE));
    git("add", "out.txt");
    assertThat(judge("tracked")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void followsNoLink() throws Exception {
    var outside = Files.writeString(temp.resolve("outside.txt"), TOKEN);
    Files.createSymbolicLink(root.resolve("link.txt"), outside);
    tracked("a.txt", "clean");
    git("add", "link.txt");
    assertThat(judge("tracked")).isEqualTo(new Outcome.Passed("no secret in 1 files"));
  }

  @Test
  void tellsHowFarItIsAndEndsWhenCancelled() throws Exception {
    for (var i = 0; i < 2_100; i++) {
      write("many/" + i + ".txt", "clean " + i);
    }
    git("add", ".");
    assertThat(judge("tracked")).isEqualTo(new Outcome.Passed("no secret in 2,100 files"));
    assertThat(stage.tap.lines()).containsExactly("note: 2,000 of 2,100 files");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> judge("tracked")).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map("tracked", false))).singleElement().asString().contains("at nothing");
    assertThat(lint(map("without", "jwtt"))).first().asString().contains("Did you mean 'jwt'?");
    assertThat(lint(map("in", "../x"))).first().asString().contains("leads out");
    assertThat(lint(map("allow", map("fingerprint", "12", "reason", "x"))))
        .singleElement()
        .asString()
        .contains("'12' is no fingerprint");
    assertThat(lint(map("allow", map("fingerprint", "0123456789abcdef"))))
        .singleElement()
        .asString()
        .contains("'reason' is missing");
  }

  private static List<String> fingerprints(Outcome outcome) {
    return outcome.findings().stream()
        .map(finding -> finding.message().replaceAll(".*fingerprint ([0-9a-f]{16}).*", "$1"))
        .toList();
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }

  private void tracked(String path, String text) throws Exception {
    write(path, text);
    git("add", path);
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws Exception {
    var process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
