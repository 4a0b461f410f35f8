package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.Scaffold.Surroundings;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScaffoldTest {
  private static final Signatory ADA = new Signatory("ada@example.org", "Ada", "ssh-ed25519 AAAA");

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pom.xml|<project/>|command: {run: [mvn, -B, verify]}|junit:"
            + " \"**/target/*-reports/TEST-*.xml\"|from: \"pom.xml#project.version\", scheme:"
            + " semver",
        "build.gradle.kts||command: {run: [gradle, build]}|junit:"
            + " \"**/build/test-results/test/TEST-*.xml\"|from: \"gradle.properties#version\","
            + " scheme: semver",
        "package.json|{\"scripts\": {\"test\": \"jest\"}}|command: {run: [npm, test]}|timeout|from:"
            + " \"package.json#version\", scheme: semver",
        "pyproject.toml|[tool.pytest.ini_options]|command: {run: [pytest,"
            + " --junitxml=.pytest_cache/junit.xml]}|junit: \".pytest_cache/junit.xml\"|from:"
            + " \"pyproject.toml#project.version\", scheme: pep440",
        "Cargo.toml|[package]|command: {run: [cargo, test]}|timeout|from:"
            + " \"Cargo.toml#package.version\", scheme: semver",
        "go.mod|module x|command: {run: [go, test, ./...]}|timeout|version: {scheme: semver",
        "Makefile|test: build|command: {run: [make, test]}|timeout|version: {scheme: semver",
        "notes.txt||ask: {challenge: \"How was the product tested, and what came out?\"|record:"
            + " text|version: {scheme: semver"
      })
  void whatLiesThereDecidesHowItIsTested(
      String marker, String text, String run, String report, String version) throws IOException {
    Files.writeString(root.resolve(marker), text == null ? "" : text);
    var files = write(List.of(ADA));
    assertThat(files.get(".plimsoll/checklists/pre-release.yaml"))
        .contains(run)
        .contains(report)
        .doesNotContain("changelog:");
    assertThat(files.get(".plimsoll/project.yaml")).contains(version);
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
  }

  @Test
  void whatIsShippedAndWhatIsNotCommittedGetStepsOfTheirOwn() throws IOException {
    for (var marker : List.of("Dockerfile", "docker-compose.yml", ".env.example", "CHANGES.md")) {
      Files.createFile(root.resolve(marker));
    }
    var list = write(List.of(ADA)).get(".plimsoll/checklists/pre-release.yaml");
    assertThat(list)
        .startsWith(
            "# Found in the repository: changelog (CHANGES.md); Dockerfile; compose file"
                + " (docker-compose.yml); settings without values (.env.example).\n")
        .contains("changelog: {file: CHANGES.md}")
        .contains("command: {run: [docker, build, --file, Dockerfile, .]}")
        .contains("[docker, compose, --file, docker-compose.yml, config, --quiet]")
        .contains("command: {run: [git, ls-files, --, .env]}");
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
  }

  @Test
  void whatNpmInitWritesIsNoTest() throws IOException {
    Files.writeString(
        root.resolve("package.json"),
        "{\"scripts\": {\"test\": \"echo \\\"Error: no test specified\\\" && exit 1\"}}");
    assertThat(write(List.of(ADA)).get(".plimsoll/checklists/pre-release.yaml"))
        .startsWith(
            "# Found in the repository: JavaScript or TypeScript with npm (package.json).\n")
        .contains("ask: {challenge: \"How was the product tested");
  }

  @Test
  void theLockFileTellsThePackageManager() throws IOException {
    Files.writeString(root.resolve("package.json"), "{\"scripts\": {\"test\": \"vitest\"}}");
    Files.createFile(root.resolve("pnpm-lock.yaml"));
    assertThat(write(List.of(ADA)).get(".plimsoll/checklists/pre-release.yaml"))
        .contains("command: {run: [pnpm, test]}");
  }

  @Test
  void thePythonPackageTellsTheVersion() throws IOException {
    Files.writeString(root.resolve("setup.py"), "");
    Files.createDirectories(root.resolve("src/tool"));
    Files.createFile(root.resolve("src/tool/__init__.py"));
    var here =
        new Surroundings(root, "main", List.of(), "src/tool/__init__.py#__version__"::equals);
    assertThat(Scaffold.files(here).get(".plimsoll/project.yaml"))
        .contains("from: \"src/tool/__init__.py#__version__\", scheme: pep440");
  }

  @Test
  void everythingAtOnceIsCleanToo() throws IOException {
    for (var marker :
        List.of(
            "pom.xml",
            "mvnw",
            "build.gradle",
            "gradlew",
            "Cargo.toml",
            "go.mod",
            "pytest.ini",
            "VERSION",
            "CHANGELOG.md")) {
      Files.createFile(root.resolve(marker));
    }
    var files =
        write(List.of(ADA, new Signatory("bob@example.org", "Bob: \"B\"", "ssh-ed25519 BBBB")));
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
    assertThat(files.get(".plimsoll/checklists/pre-release.yaml"))
        .contains("changelog: {file: CHANGELOG.md}")
        .contains("windows: [mvnw.cmd, -B, verify]")
        .contains("linux: [./gradlew, build]");
    assertThat(files.get(".plimsoll/allowed_signers"))
        .endsWith("\nada@example.org ssh-ed25519 AAAA\nbob@example.org ssh-ed25519 BBBB\n");
  }

  @Test
  void theProjectsOwnLogHasAListOutsideOfThePlan() throws IOException {
    var files = write(List.of(ADA));

    assertThat(files.get(".plimsoll/checklists/audit-chain.yaml"))
        .contains("category: audit")
        .contains("chain: {log: own}");
    assertThat(files.get(".plimsoll/project.yaml")).doesNotContain("audit-chain");
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
  }

  @Test
  void withoutPeopleItIsStillClean() throws IOException {
    write(List.of());
    assertThat(Lint.folder(root, StandardVerbs.all().readers()).text()).isEmpty();
    assertThat(ProjectFolder.read(root, StandardVerbs.all().readers()).usable().people()).isEmpty();
  }

  @Test
  void aVersionThatCannotBeReadIsNotProposed() throws IOException {
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("VERSION"), "1.0.0");
    var files = Scaffold.files(new Surroundings(root, "trunk", List.of(), reference -> false));
    assertThat(files.get(".plimsoll/project.yaml"))
        .contains("from: \"VERSION\"")
        .contains("release: [\"trunk\", \"hotfix/*\"]")
        .contains("product: \"" + root.getFileName() + "\"");
  }

  @Test
  void aProjectThatIsThereIsNotReplaced() throws IOException {
    write(List.of());
    assertThatThrownBy(() -> write(List.of()))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "Nothing created: "
                + root
                + " already has .plimsoll/project.yaml. Edit it, or look at it with: plimsoll"
                + " checklist lint");
  }

  private Map<String, String> write(List<Signatory> people) throws IOException {
    var files = Scaffold.files(new Surroundings(root, "main", people, reference -> true));
    for (var file : files.entrySet()) {
      var path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return files;
  }
}
