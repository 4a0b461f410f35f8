package dev.plimsoll.core.check.checksums;

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
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsVerbTest {
  @TempDir Path temp;
  private final ChecksumsVerb verb = new ChecksumsVerb();
  private Path root;
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    stage = new Stage(root);
    write("data/a.csv", "one\n");
    write("data/b.csv", "two\n");
  }

  @Test
  void passesWhereEveryFileIsAsRecorded() throws Exception {
    write("data/SHA256SUMS", sha("one\n") + "  a.csv\n" + sha("two\n") + " *b.csv\n");
    assertThat(judge("data/SHA256SUMS"))
        .isEqualTo(new Outcome.Passed("2 of 2 listed files as recorded"));
  }

  @Test
  void keepsTheDigestsForTheReleaseNotes() throws Exception {
    write("SHA256SUMS", sha("two\n") + "  data/b.csv\n" + sha("was") + "  data/a.csv\n");
    assertThat(judge("SHA256SUMS")).isInstanceOf(Outcome.Failed.class);
    assertThat(stage.tap.text("checksums.txt"))
        .as("what is there now, from the top of the repository, in order")
        .isEqualTo(sha("one\n") + "  data/a.csv\n" + sha("two\n") + "  data/b.csv\n");
  }

  @Test
  void tellsChangedContentApartFromLineEnds() throws Exception {
    write("data/crlf.csv", "x,y\r\n1,2\r\n");
    write("data/lf.csv", "x,y\n1,2\n");
    write("data/more.csv", "x,y\n1,2\n");
    write("data/less.csv", "x,y\n1,2");
    write("data/both.csv", "x,y\r\n1,2");
    write(
        "SHA256SUMS",
        sha("other")
            + "  data/a.csv\n"
            + sha("x,y\n1,2\n")
            + "  data/crlf.csv\n"
            + sha("x,y\r\n1,2\r\n")
            + "  data/lf.csv\n"
            + sha("x,y\n1,2")
            + "  data/more.csv\n"
            + sha("x,y\n1,2\n")
            + "  data/less.csv\n"
            + sha("x,y\n1,2\n")
            + "  data/both.csv\n");
    var outcome = judge("SHA256SUMS");
    assertThat(outcome.observed()).isEqualTo("1 changed, 5 unlike only in line ends");
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "SHA256SUMS:1: data/a.csv has other content than was recorded. Find out who changed"
                + " it; record it anew only if that was meant.",
            "SHA256SUMS:2: data/crlf.csv differs only in its line endings (CRLF or LF). Keep git"
                + " from changing line ends: write 'data/crlf.csv -text' in .gitattributes.",
            "SHA256SUMS:3: data/lf.csv differs only in its line endings (CRLF or LF). Keep git"
                + " from changing line ends: write 'data/lf.csv -text' in .gitattributes.",
            "SHA256SUMS:4: data/more.csv differs only in the line end after its last line. See"
                + " which editor changes it.",
            "SHA256SUMS:5: data/less.csv differs only in the line end after its last line. See"
                + " which editor changes it.",
            "SHA256SUMS:6: data/both.csv differs only in its line endings and in the line end"
                + " after its last line. Keep git from changing line ends: write 'data/both.csv"
                + " -text' in .gitattributes.");
  }

  @Test
  void seesLineEndsAcrossThePiecesOfALargeFile() throws Exception {
    var crlf = "y".repeat((1 << 16) - 1) + "\r\n" + "\r" + "z".repeat(1 << 16) + "\r\n";
    write("large.txt", crlf);
    write("SHA256SUMS", sha(crlf.replace("\r\n", "\n")) + "  large.txt\n");
    assertThat(judge("SHA256SUMS").observed()).isEqualTo("1 unlike only in line ends");
    write("SHA256SUMS", sha(crlf.replace("\r", "")) + "  large.txt\n");
    assertThat(judge("SHA256SUMS").observed())
        .as("a return alone is content")
        .isEqualTo("1 changed");
  }

  @Test
  void warnsOfWhatTheChecklistTolerates() throws Exception {
    write("SHA256SUMS", sha("one\r\n") + "  data/a.csv\n");
    assertThat(judge(map("list", "SHA256SUMS", "tolerate", "line-endings")))
        .isInstanceOf(Outcome.Warned.class);
    assertThat(judge(map("list", "SHA256SUMS", "tolerate", "final-newline")))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void namesWhatIsMissingLeadsOutOrIsItself() throws Exception {
    Files.writeString(temp.resolve("secret.txt"), "s");
    write(
        "data/SHA256SUMS",
        sha("x")
            + "  gone.csv\n"
            + sha("s")
            + "  ../../secret.txt\n"
            + sha("s")
            + "  /etc/passwd\n"
            + sha("")
            + "  SHA256SUMS\n"
            + sha("one\n")
            + "  ../data/a.csv\n");
    assertThat(judge("data/SHA256SUMS").findings())
        .extracting(Finding::toString)
        .containsExactly(
            "data/SHA256SUMS:1: data/gone.csv is not there. Put it back, or take it off the list"
                + " on purpose.",
            "data/SHA256SUMS:2: '../../secret.txt' leads out of the repository. List files inside"
                + " it.",
            "data/SHA256SUMS:3: '/etc/passwd' leads out of the repository. List files inside it.",
            "data/SHA256SUMS:4: The list names its own digest, which no list can hold. Remove the"
                + " line.");
  }

  @Test
  void namesFilesThatNoListKnows() throws Exception {
    write("data/SHA256SUMS", sha("one\n") + "  a.csv\n");
    assertThat(judge(map("list", "data/SHA256SUMS", "complete", "data/**")).findings())
        .extracting(Finding::toString)
        .containsExactly("data/b.csv: data/b.csv is in no list. Record its digest, or remove it.");
    assertThat(judge(map("list", "data/SHA256SUMS", "complete", "datasets/**")))
        .as("a pattern that matches nothing is never meant")
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void namesAFileListedTwiceWithDifferentDigests() throws Exception {
    write("SHA256SUMS", sha("one\n") + "  data/a.csv\n");
    write("data/a.csv.sha256", sha("was") + "\n");
    assertThat(judge(map("list", List.of("SHA256SUMS", "data/*.sha256"))).findings())
        .extracting(Finding::toString)
        .contains(
            "data/a.csv.sha256:1: data/a.csv is listed with another digest at SHA256SUMS:1. Keep"
                + " the right one.");
  }

  @Test
  void readsEveryForm() throws Exception {
    write("flat.json", "{\"data/a.csv\": \"sha256:" + sha("one\n") + "\"}");
    write(
        "deep.json",
        "{\"version\": 1, \"artifacts\": {\n\"data/a.csv\": {\"size\": [4], \"sha256\": \""
            + sha("one\n")
            + "\"}}}");
    write("data/b.csv.sha256", sha("two\n"));
    write(
        "sums.md",
        "# Data\n\n| Size | File | SHA-256 |\n|---|---|---|\n| 4 | [a](data/a.csv) | `"
            + sha("one\n")
            + "` |\n| 4 | `data/b.csv` | "
            + sha("two\n")
            + " |\n\n| Word | Means |\n|---|---|\n| a | b |\n");
    write("sums.csv", "sha256;path\n" + sha("one\n") + ";\"data/a.csv\"\n");
    write("tagged", "SHA256 (data/a.csv) = " + sha("one\n") + "\n");
    for (var list : List.of("flat.json", "deep.json", "data/*.sha256", "sums.csv", "tagged")) {
      assertThat(judge(list))
          .as(list)
          .isEqualTo(new Outcome.Passed("1 of 1 listed files as recorded"));
    }
    assertThat(judge("sums.md")).isEqualTo(new Outcome.Passed("2 of 2 listed files as recorded"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such names there")
  void readsEscapedNames() throws Exception {
    write("odd\nname.txt", "x");
    write("SHA256SUMS", "\\" + sha("x") + "  odd\\nname.txt\n");
    assertThat(judge("SHA256SUMS")).isInstanceOf(Outcome.Passed.class);
    assertThat(stage.tap.text("checksums.txt")).isEqualTo("\\" + sha("x") + "  odd\\nname.txt\n");
  }

  @Test
  void readsCapitalDigitsAndSaysSo() throws Exception {
    write("SHA256SUMS", sha("one\n").toUpperCase(Locale.ROOT) + "  data/a.csv\n");
    var outcome = judge("SHA256SUMS");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("1 digest with capital letters; some programs compare them as text.");
  }

  @Test
  void cannotTellWhatItCannotRead() throws Exception {
    write("SHA256SUMS", sha("one\n") + "  data/a.csv\nnonsense\n");
    assertThat(judge("SHA256SUMS")).isInstanceOf(Outcome.Inconclusive.class);
    write("SHA1SUMS", "a".repeat(40) + "  data/a.csv\n");
    assertThat(judge("SHA1SUMS").findings())
        .extracting(Finding::toString)
        .containsExactly(
            "SHA1SUMS:1: data/a.csv has a digest of 40 digits; SHA-256 has 64. List its SHA-256.");
    write("cut.json", "{\"data/a.csv\": \"" + sha("one\n") + "\", \"data/b");
    assertThat(judge("cut.json")).isInstanceOf(Outcome.Inconclusive.class);
    write("text.json", "all good");
    assertThat(judge("text.json").findings())
        .extracting(Finding::message)
        .containsExactly("The form of text.json is not recognised.");
    write("sums.md", "| File | Digest |\n|---|---|\n| a | " + sha("a") + " |\n| b | TBD |\n");
    assertThat(judge("sums.md").findings())
        .extracting(Finding::toString)
        .contains("sums.md:4: b has no SHA-256 digest here. Write its 64 hexadecimal digits.");
  }

  @Test
  void neverPassesOnNothing() throws Exception {
    write("SHA256SUMS", "# nothing yet\n");
    write("empty.json", "{}");
    write("words.md", "# No table\n");
    assertThat(judge(map("list", "SHA256SUMS", "format", "sha256sum")))
        .isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge("empty.json")).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge("words.md")).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(judge("missing/*.sha256")).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void wantsAsManyFilesAsTheChecklistSays() throws Exception {
    write("SHA256SUMS", sha("one\n") + "  data/a.csv\n" + sha("one\n") + "  data/a.csv\n");
    assertThat(judge(map("list", "SHA256SUMS", "atLeast", 2)).findings())
        .extracting(Finding::message)
        .as("a file listed twice is one file")
        .containsExactly("Expected at least 2 files in the lists, saw 1.");
  }

  @Test
  void saysThatAPointerWasNotFetched() throws Exception {
    write("data/a.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 4\n");
    write("SHA256SUMS", sha("one\n") + "  data/a.csv\n");
    assertThat(judge("SHA256SUMS").findings())
        .extracting(Finding::next)
        .containsExactly("It is a pointer of Git LFS: fetch the content with git lfs pull.");
  }

  @Test
  void stopsWhenSomebodyCancels() throws Exception {
    write("SHA256SUMS", sha("one\n") + "  data/a.csv\n");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> judge("SHA256SUMS")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void isLinted() {
    assertThat(Stage.lint(verb, map("list", "../SHA256SUMS"), null))
        .containsExactly(
            "checklist.yaml:2:1: '../SHA256SUMS' leads out of the folder it starts in. Name files"
                + " inside the repository.");
    assertThat(Stage.lint(verb, map("list", "S", "format", "md5"), null))
        .singleElement()
        .asString()
        .contains("'format' cannot be md5.");
    assertThat(Stage.lint(verb, map("complete", "a/**"), null))
        .containsExactly("checklist.yaml:1:1: No list is named here. Add list: SHA256SUMS");
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String sha(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
