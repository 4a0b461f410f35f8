package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectFolderTest {
  private static final String PROJECT =
      "schema: plimsoll/project/v1\nproduct: lantern\nplan: [pre-release]\nsecrets: [TOKEN]\n";
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
            - {id: tests, title: Tests, command: [make, test], report: {junit: x}}
            - {id: asked, title: Asked, ask: Is it so?}
      """;

  @TempDir Path root;

  @BeforeEach
  void aProject() throws IOException {
    write("project.yaml", PROJECT);
    write("checklists/pre-release.yaml", CHECKLIST);
  }

  @Test
  void aFolderIsReadAsAWhole() {
    var folder = read();
    assertThat(folder.findings()).isEmpty();
    assertThat(folder.usable().product()).isEqualTo("lantern");
    assertThat(folder.checklists()).extracting(Checklist::id).containsExactly("pre-release");
    assertThat(folder.checklist("pre-release").orElseThrow().source().file())
        .isEqualTo(".plimsoll/checklists/pre-release.yaml");
    assertThat(folder.describe())
        .containsExactly(
            "pre-release / tests: does command",
            "pre-release / tests: does report",
            "pre-release / asked: asks: Is it so?");
  }

  @Test
  void theDigestIsWhatTheDocumentSays() throws IOException, NoSuchAlgorithmException {
    write("allowed_signers", "ada ssh-ed25519 AAAA\n");
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update("plimsoll/trust/v1\n".getBytes(StandardCharsets.US_ASCII));
    for (var name :
        new String[] {"allowed_signers", "checklists/pre-release.yaml", "project.yaml"}) {
      var bytes = Files.readAllBytes(root.resolve(".plimsoll").resolve(name));
      digest.update(ByteBuffer.allocate(8).putLong(name.length()).array());
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(ByteBuffer.allocate(8).putLong(bytes.length).array());
      digest.update(bytes);
    }
    assertThat(read().digest()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void anyChangeUnderTheFolderChangesTheDigest() throws IOException {
    var before = read().digest();
    write("recipes/own.yaml", "");
    var withFile = read().digest();
    write("allowed_signers", "# nobody\n");
    assertThat(before).isNotEqualTo(withFile).isNotEqualTo(read().digest());
    assertThat(withFile).isNotEqualTo(read().digest());
  }

  @Test
  void aFolderThatIsMissingOffersToCreateOne() throws IOException {
    var bare = Files.createDirectory(root.resolve("bare"));
    assertThatThrownBy(() -> ProjectFolder.read(bare, FakeVerbs.ALL))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "No project here: "
                + bare
                + " has no folder .plimsoll. Create one with: plimsoll init");
  }

  @Test
  void aSymbolicLinkIsRefused() throws IOException {
    Files.createSymbolicLink(
        root.resolve(".plimsoll/checklists/other.yaml"), Path.of("pre-release.yaml"));
    assertThatThrownBy(this::read)
        .isInstanceOf(Problem.class)
        .hasMessage(
            "Project folder not readable: .plimsoll/checklists/other.yaml is a symbolic link. Put"
                + " the file itself there: what runs must be under one digest.");
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    for (var i = 0; i < 1000; i++) {
      write("many/" + i, "");
    }
    assertThatThrownBy(this::read)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("holds more than 1000 files or 16 MiB.");
  }

  @Test
  void aChecklistOfTenMegabytesIsAFinding() throws IOException {
    write("checklists/big.yaml", "#".repeat(10 << 20));
    assertFindings(
        ".plimsoll/checklists/big.yaml: The file has 10485760 bytes; at most 1048576 (1 MiB) are"
            + " read. Make it smaller, or split it.");
  }

  @Test
  void aMissingProjectFileIsAFinding() throws IOException {
    Files.delete(root.resolve(".plimsoll/project.yaml"));
    assertFindings(
        ".plimsoll/project.yaml: There is no project.yaml. Create one with: plimsoll init");
    assertThatThrownBy(() -> read().usable())
        .isInstanceOf(Problem.class)
        .hasMessage(
            "Project files not usable: .plimsoll/project.yaml: There is no project.yaml. Create one"
                + " with: plimsoll init. See all of them with: plimsoll checklist lint");
  }

  @Test
  void theFirstOfSeveralErrorsEndsAsASentenceBeforeTheOthersAreCounted() throws IOException {
    write("checklists/pre-release.yaml", CHECKLIST.replaceFirst("(?m)^category: .*\\R", ""));
    write("project.yaml", PROJECT + "colour: blue\n");
    assertThatThrownBy(() -> read().usable())
        .isInstanceOf(Problem.class)
        .hasMessageContaining(" 1 more error. See all of them with")
        .message()
        .doesNotContainPattern("[a-z] 1 more");
  }

  @Test
  void aChecklistThatThePlanNamesMustBeThere() throws IOException {
    write(
        "project.yaml",
        PROJECT.replace("[pre-release]", "[pre-release, {checklist: pre-relese}, canary]"));
    assertFindings(
        ".plimsoll/project.yaml:3:33: There is no checklist 'pre-relese' under"
            + " .plimsoll/checklists. Did you mean 'pre-release'?",
        ".plimsoll/project.yaml:3:46: There is no checklist 'canary' under .plimsoll/checklists."
            + " Write it, or take the name out.");
  }

  @Test
  void aBrokenChecklistIsOneComplaint() throws IOException {
    write("checklists/pre-release.yaml", "a: [");
    assertThat(read().findings())
        .singleElement()
        .extracting(Finding::at)
        .hasToString(".plimsoll/checklists/pre-release.yaml:1:5");
  }

  @Test
  void anIdBelongsToOneFile() throws IOException {
    write("checklists/second.yaml", CHECKLIST);
    assertFindings(
        ".plimsoll/checklists/second.yaml: The id 'pre-release' is already that of"
            + " .plimsoll/checklists/pre-release.yaml. Give it another id.");
  }

  @Test
  void rolesSecretsAndFollowUpsMustBeExplained() throws IOException {
    write(
        "checklists/pre-release.yaml",
        CHECKLIST.replace("    title: All\n", "    title: All\n    onFailure: {start: rollback}\n")
            + "      - {id: a, title: A, role: aprover, ask: \"With {secret.TOKEN} and"
            + " {secret.TOKN}?\"}\n"
            + "      - {id: b, title: B, sign-off: {statement: Go, role: steward}}\n");
    assertFindings(
        ".plimsoll/checklists/pre-release.yaml:8:24: There is no checklist 'rollback' under"
            + " .plimsoll/checklists. Write it, or take the name out.",
        ".plimsoll/checklists/pre-release.yaml:12:33: Nobody plays the role 'aprover'. Did you mean"
            + " 'approver'?",
        ".plimsoll/checklists/pre-release.yaml:12:47: The secret TOKN is not named under secrets in"
            + " .plimsoll/project.yaml. Did you mean 'TOKEN'?",
        ".plimsoll/checklists/pre-release.yaml:13:27: Nobody plays the role 'steward'. Give"
            + " somebody the role under people in .plimsoll/project.yaml.");
  }

  @Test
  void aPersonWithoutAKeyIsAWarning() throws IOException {
    write(
        "project.yaml",
        PROJECT
            + "people: [{principal: ada@example.org, roles: [approver]}, {principal: bob, roles:"
            + " [approver]}]\n");
    write("allowed_signers", "# keys\n\"ada@example.org\",eve ssh-ed25519 AAAA\n");
    assertFindings(
        ".plimsoll/allowed_signers: bob has no key here, so no signature of theirs counts. Add a"
            + " line: bob ssh-ed25519 AAAA...");
    assertThat(read().hasErrors()).isFalse();
  }

  @Test
  void otherFilesAmongTheChecklistsAreWarnedAbout() throws IOException {
    write("checklists/deeper/pre-release.yaml", "");
    write("checklists/notes.yml", "");
    write("checklists/tests/given/data.csv", "");
    var next =
        " This file is not read. If it is a checklist, put it into checklists and name it .yaml;"
            + " keep anything else elsewhere.";
    assertFindings(
        ".plimsoll/checklists/deeper/pre-release.yaml:" + next,
        ".plimsoll/checklists/notes.yml:" + next);
  }

  private void assertFindings(String... wanted) {
    assertThat(read().findings()).extracting(Finding::toString).containsExactly(wanted);
  }

  private ProjectFolder read() {
    return ProjectFolder.read(root, FakeVerbs.ALL);
  }

  private void write(String name, String text) throws IOException {
    var file = root.resolve(".plimsoll").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
