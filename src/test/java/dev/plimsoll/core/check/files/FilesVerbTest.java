package dev.plimsoll.core.check.files;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesVerbTest {
  @TempDir Path temp;
  private final FilesVerb verb = new FilesVerb();
  private Path root;
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    stage = new Stage(root);
  }

  @Test
  void looksWhetherFilesAreThere() throws Exception {
    write("README.md", "x");
    write("docs/guide.md", "x");
    assertThat(
            judge(
                map(
                    "exist",
                    List.of("README.md", "docs", "docs/**/*.md", "docs\\guide.md"),
                    "absent",
                    "**/*.orig")))
        .isEqualTo(
            new Outcome.Passed(
                "README.md exists; docs exists; docs/**/*.md exists; docs/guide.md exists;"
                    + " **/*.orig absent"));
    assertThat(judge(map("exist", List.of("README.md", "LICENSE"))))
        .isInstanceOf(Outcome.Failed.class)
        .extracting(Outcome::observed)
        .isEqualTo("no LICENSE");
  }

  @Test
  void namesWhatMustNotBeThere() throws Exception {
    write("a/b.orig", "");
    assertThat(judge(map("absent", "**/*.orig")).findings())
        .extracting(Finding::toString)
        .containsExactly("a/b.orig: a/b.orig must not be there.");
  }

  @Test
  void measuresAgeByTheNewestFile() throws Exception {
    age("backup/old.zip", Duration.ofDays(30));
    age("backup/new.zip", Duration.ofHours(20));
    assertThat(judge(map("age", map("backup/*.zip", "24h"))).observed())
        .isEqualTo("backup/new.zip is 20 h old");
    assertThat(judge(map("age", map("backup/*.zip", "19h"))).findings())
        .extracting(Finding::message)
        .containsExactly("backup/new.zip is 20 h old, more than 19 h.");
    assertThat(judge(map("age", map("missing/*.zip", "19h")))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void cannotTellTheAgeOfAFileFromTheFuture() throws Exception {
    age("a.txt", Duration.ofHours(-3));
    assertThat(judge(map("age", map("a.txt", "1h")))).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void measuresSizes() throws Exception {
    write("dist/app.jar", "x".repeat(2_000));
    assertThat(judge(map("size", map("dist/*.jar", map("atLeast", "1KB", "atMost", "2KB")))))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("size", map("dist/*.jar", map("atMost", "1KiB")))).findings())
        .extracting(Finding::message)
        .containsExactly("dist/app.jar has 2.0 KB (2000 bytes).");
  }

  @Test
  void countsFiles() throws Exception {
    write("dist/a", "");
    write("dist/b", "");
    assertThat(judge(map("count", map("glob", "dist/*", "min", 2, "max", 2))))
        .isEqualTo(new Outcome.Passed("2 of dist/*"));
    assertThat(judge(map("count", map("glob", "dist/*", "min", 3))))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("count", map("glob", "none/*"))))
        .as("nothing is never enough")
        .isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("count", map("glob", "none/*", "max", 0))))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void measuresFreeSpace() throws Exception {
    assertThat(judge(map("freeSpace", map("atLeast", "1B")))).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("freeSpace", map("path", ".", "atLeast", "900TB"))))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void looksForWords() throws Exception {
    write("README.md", "Version 1.5.0\nTODO: more\n");
    assertThat(
            judge(
                map(
                    "text",
                    map(
                        "file",
                        "README.md",
                        "contains",
                        "{version}",
                        "matches",
                        "^Version [0-9.]+"))))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("text", map("file", "README.md", "notContains", "TODO"))).findings())
        .extracting(Finding::toString)
        .containsExactly("README.md:2: README.md must not say 'TODO'.");
    assertThat(judge(map("text", map("file", "README.md", "contains", "1.6.0"))).observed())
        .isEqualTo("README.md does not say so");
  }

  @Test
  void cannotTellWhatIsNoText() throws Exception {
    Files.write(root.resolve("a.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(judge(map("text", map("file", "a.bin", "notContains", "x"))))
        .isInstanceOf(Outcome.Inconclusive.class);
    write("a.txt", "a".repeat(300));
    assertThat(judge(map("text", map("file", "a.txt", "notMatches", "(a+)+\\1b"))))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void readsArchivesToTheEnd() throws Exception {
    var good = zip("good.zip", "hello");
    assertThat(judge(map("zipOpens", "good.zip")))
        .isEqualTo(new Outcome.Passed("good.zip opens, 1 entry"));
    var bytes = Files.readAllBytes(good);
    bytes[35] ^= 1;
    Files.write(root.resolve("bent.zip"), bytes);
    Files.write(root.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(judge(map("zipOpens", List.of("bent.zip", "cut.zip"))))
        .isInstanceOf(Outcome.Failed.class)
        .satisfies(outcome -> assertThat(outcome.findings()).hasSize(2));
    try (var empty = new ZipOutputStream(Files.newOutputStream(root.resolve("empty.zip")))) {
      empty.setComment("nothing in it");
    }
    assertThat(judge(map("zipOpens", "empty.zip")))
        .as("an archive of nothing")
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void stopsInTheMiddleOfAnArchive() throws Exception {
    zip("a.zip", "hello");
    Thread.currentThread().interrupt();
    var place = new FilePlace(root, text -> text, Stage.NOW);
    assertThatThrownBy(() -> new ZipOpens("a.zip").check(place))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void comparesValuesInFiles() throws Exception {
    write("a.json", "{\"python\": \"3.12\", \"v\": \"1.5.0\"}");
    write("b.toml", "[tool]\npython = \"3.12\"\n");
    assertThat(
            judge(
                map(
                    "query",
                    map(
                        "a.json#v",
                        "{version}",
                        "a.json#python",
                        map("sameAs", "b.toml#tool.python")))))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("query", map("a.json#python", "3.11"))).findings())
        .extracting(Finding::message)
        .containsExactly("a.json, python says 3.12, not 3.11.");
    assertThat(judge(map("query", map("a.json#missing", "x")))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void leavesTheRepositoryOnlyWhereThatIsAllowed() throws Exception {
    var outside = Files.writeString(temp.resolve("outside.txt"), "x");
    assertThat(lint(map("exist", outside.toString())))
        .first()
        .asString()
        .contains("absolute path")
        .contains("absolute: true");
    assertThat(lint(map("exist", "../outside.txt"))).first().asString().contains("leads out");
    assertThat(judge(map("absolute", true, "exist", outside.toString())))
        .isInstanceOf(Outcome.Passed.class);
    Files.createSymbolicLink(root.resolve("link.txt"), outside);
    assertThatThrownBy(() -> judge(map("text", map("file", "link.txt", "contains", "x"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("leads out of the repository");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 500",
    "10KB, 10000",
    "1.5GB, 1500000000",
    "64KiB, 65536",
    "2 MiB, 2097152",
    "3B, 3"
  })
  void readsSizes(String text, long bytes) {
    assertThat(Bytes.parse(text)).isEqualTo(bytes);
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Bytes.parse("many")).isNull();
    assertThat(lint(map())).singleElement().asString().contains("looks at nothing");
    assertThat(lint(map("exists", "a"))).first().asString().contains("Did you mean 'exist'?");
    assertThat(lint(map("age", map("a", "old")))).first().asString().contains("must be a duration");
    assertThat(lint(map("age", "1h"))).first().asString().contains("a mapping of paths");
    assertThat(lint(map("size", map("a", map("atMost", "big")))))
        .first()
        .asString()
        .contains("'big' is no size");
    assertThat(lint(map("freeSpace", map("path", "."))))
        .first()
        .asString()
        .contains("how much must be free");
    assertThat(lint(map("text", map("file", "a")))).first().asString().contains("must say");
    assertThat(lint(map("text", map("file", "a", "matches", "("))))
        .first()
        .asString()
        .contains("no regular expression");
    assertThat(lint(map("count", map("glob", "a", "min", 3, "max", 2))))
        .first()
        .asString()
        .contains("less than 'min'");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }

  private Path write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void age(String path, Duration age) throws IOException {
    Files.setLastModifiedTime(write(path, ""), FileTime.from(Stage.NOW.minus(age)));
  }

  private Path zip(String path, String text) throws IOException {
    var file = root.resolve(path);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
