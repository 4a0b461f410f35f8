package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.release.ChangelogFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleProjectTest {
  private static final Signatory ADA =
      new Signatory(
          "ada@example.org", "Ada \"Keeper\" O'Neil: she\\her", "ssh-ed25519 AAAAC3Nza ada\n");

  @TempDir Path root;
  private final Map<String, String> files = SampleProject.files(LocalDate.of(2026, 11, 3), ADA);

  @BeforeEach
  void written() throws IOException {
    for (var file : files.entrySet()) {
      var path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @Test
  void theSampleIsCleanUnderTheVerbsOfThisVersion() {
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
  }

  @Test
  void theSampleIsAboutTodayAndThePerson() {
    var person =
        ProjectFolder.read(root, StandardVerbs.all().readers()).usable().people().getFirst();
    assertThat(person.principal()).isEqualTo("ada@example.org");
    assertThat(person.name()).isEqualTo("Ada \"Keeper\" O'Neil: she\\her");
    assertThat(files.get(".plimsoll/allowed_signers"))
        .endsWith("\nada@example.org ssh-ed25519 AAAAC3Nza ada\n");
    var section =
        ChangelogFile.parse("c", files.getOrDefault("CHANGELOG.md", ""))
            .section(SampleProject.VERSION)
            .orElseThrow();
    assertThat(section.date()).isEqualTo("2026-11-03");
    assertThat(files.get("VERSION")).isEqualTo(SampleProject.VERSION + "\n");
  }

  @Test
  void withoutAKeyTheTrustFileHoldsACommentOnly() {
    var keyless =
        SampleProject.files(LocalDate.of(2026, 11, 3), new Signatory("ada@example.org", "Ada", ""));
    assertThat(keyless.get(".plimsoll/allowed_signers").lines())
        .allMatch(line -> line.startsWith("#"));
  }

  @Test
  void nothingIsLeftToFillIn() {
    assertThat(files.values()).noneMatch(text -> text.matches("(?s).*@[A-Z]+@.*"));
  }

  @Test
  void itsTestsRunAndWriteAReport() throws IOException, InterruptedException {
    assertThat(exitOfTheTests()).isZero();
    assertThat(Files.readString(root.resolve("out/TEST-lantern.xml")))
        .contains("tests=\"4\" failures=\"0\"");
  }

  @Test
  void aBrokenProductFailsItsTests() throws IOException, InterruptedException {
    Files.writeString(root.resolve("lantern.sh"), "echo nothing\n");
    Files.writeString(root.resolve("lantern.bat"), "@echo nothing\r\n");
    assertThat(exitOfTheTests()).isNotZero();
    assertThat(Files.readString(root.resolve("out/TEST-lantern.xml"))).contains("failures=\"4\"");
  }

  private int exitOfTheTests() throws IOException, InterruptedException {
    var words =
        File.separatorChar == '/'
            ? List.of("sh", "tests/run.sh")
            : List.of("cmd", "/c", "tests\\run.bat");
    var process =
        new ProcessBuilder(words)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("output.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void batchFilesHaveTheLineEndsThatCmdNeeds() {
    assertThat(files.get("tests/run.bat")).contains(":check\r\n").doesNotContainPattern("[^\r]\n");
    assertThat(files.get("tests/run.sh")).doesNotContain("\r");
  }
}
