package dev.plimsoll.core.check.files;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileValuesTest {
  @TempDir Path root;

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "pyproject.toml",
        "[project]\nrequires-python = \">=3.12\"\ndependencies = [\"numpy>=2\", \"scipy\"]\n"
            + "[tool.setuptools_scm]\ntag_regex = \"^v[0-9]+$\"\n");
    write("ci.yml", "permissions:\n  id-token: write\nmatrix:\n  python: [\"3.12\", \"3.13\"]\n");
    write("setup.cfg", "[flake8]\nmax-line-length = 100\n");
    write("README.md", "# Sample\n\nNeeds Python 3.12 or newer.\n");
    write("pom.xml", "<project><version>1.5.0</version></project>");
    write("a.json", "{\"roles\": [\"ops\", \"dev\"], \"none\": []}");
  }

  @ParameterizedTest
  @CsvSource({
    "ci.yml#permissions.id-token, oneOf, write",
    "ci.yml#matrix.python, contains, 3.12",
    "pyproject.toml#project.dependencies, contains, scipy",
    "pyproject.toml#project.dependencies, matches, ^numpy",
    "pyproject.toml#project.dependencies, notContains, numpy",
    "pyproject.toml#tool.setuptools_scm.tag_regex, contains, v[0-9]+",
    "setup.cfg#flake8.max-line-length, matches, ^[0-9]+$",
    "pom.xml#project.version, notMatches, SNAPSHOT",
    "a.json#roles, contains, dev"
  })
  void holdsValuesOfEveryFormat(String reference, String test, String text) throws Exception {
    assertThat(judge(map("query", map(reference, map(test, text)))))
        .isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ci.yml#matrix.python, contains, 3.1",
    "ci.yml#matrix.python, notMatches, 3.13",
    "a.json#roles, notContains, dev",
    "a.json#none, contains, dev",
    "a.json#nowhere, notContains, dev",
    "nowhere.json#roles, notContains, dev",
    "pom.xml#project.version, oneOf, 1.4.0"
  })
  void failsWhereTheyAreNotAsExpected(String reference, String test, String text) throws Exception {
    assertThat(judge(map("query", map(reference, map(test, text)))))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void comparesWithSeveralFiles() throws Exception {
    write("VERSION", "1.5.0\n");
    write("other.json", "{\"version\": \"1.4.0\"}");
    var outcome =
        judge(
            map(
                "query",
                map(
                    "pom.xml#project.version",
                    map("sameAs", List.of("VERSION", "other.json#version")))));
    assertThat(texts(outcome)).singleElement().asString().contains("says 1.5.0, not 1.4.0");
  }

  @Test
  void seesWherePlacesAgree() throws Exception {
    assertThat(judge(map("agree", python("README.md"))))
        .isEqualTo(new Outcome.Passed("3 places say 3.12"));
  }

  @Test
  void namesThePlaceThatDisagrees() throws Exception {
    write("OLD.md", "Python 3.9\n");
    var outcome = judge(map("agree", python("OLD.md")));
    assertThat(texts(outcome))
        .containsExactly(
            "OLD.md: OLD.md says 3.9, and pyproject.toml, project.requires-python says 3.12. Make"
                + " them agree.");
    write("OLD.md", "Snakes\n");
    assertThat(texts(judge(map("agree", python("OLD.md")))))
        .singleElement()
        .asString()
        .contains("Nothing in OLD.md matches");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(new FilesVerb(), map("agree", List.of("a.json#x")), null))
        .anySatisfy(line -> assertThat(line).contains("One place always agrees"));
    assertThat(Stage.lint(new FilesVerb(), map("query", map("a.json#x", map())), null))
        .anySatisfy(line -> assertThat(line).contains("It is not said what a.json#x must be"));
    assertThat(
            Stage.lint(new FilesVerb(), map("query", map("a.json#x", map("matches", "("))), null))
        .anySatisfy(line -> assertThat(line).contains("is no regular expression"));
  }

  private static List<Object> python(String document) {
    return List.of(
        map("in", "pyproject.toml#project.requires-python", "extract", "([0-9.]+)"),
        "ci.yml#matrix.python.0",
        map("in", document, "extract", "Python ([0-9]+\\.[0-9]+)"));
  }

  @Test
  void doesNotTakeNothingForAgreement() throws Exception {
    write("A.txt", "\n");
    write("B.txt", "");
    assertThat(texts(judge(map("agree", List.of("A.txt", "B.txt")))))
        .containsExactly(
            "A.txt: A.txt says nothing. Give it a value.",
            "B.txt: B.txt says nothing. Give it a value.");
  }

  private Outcome judge(Object rules) throws InterruptedException {
    return new Stage(root).carryOut(new FilesVerb(), rules).outcome();
  }

  private static List<String> texts(Outcome outcome) {
    return outcome.findings().stream().map(Finding::toString).toList();
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(root.resolve(path), text);
  }
}
