package dev.plimsoll.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValueInFileTest {
  @TempDir Path root;

  @Test
  void tomlIsReadWithItsLine() throws IOException {
    write(
        "pyproject.toml",
        "[build-system]\nrequires = []\n\n[project]\nname = \"x\"\nversion = \"1.4.0\" # next\n");
    var value = ValueInFile.read(root, "pyproject.toml#project.version");
    assertThat(value.text()).isEqualTo("1.4.0");
    assertThat(value.source()).isEqualTo("pyproject.toml, project.version");
    assertThat(value.at()).hasToString("pyproject.toml:6");
  }

  @Test
  void everyFormatIsRead() throws IOException {
    write("package.json", "{\"name\": \"x\", \"version\": \"2.0.1\", \"files\": [\"a\"]}");
    write(
        "pom.xml",
        "<project><modelVersion>4.0.0</modelVersion><version>${revision}</version><properties><revision>3.1.0</revision></properties></project>");
    write("Chart.yaml", "name: x\nversion: 1.10\n");
    write("gradle.properties", "group=x\nversion=4.0.0\n");
    write("setup.cfg", "[metadata]\nname = x\nversion = 5.0\n");
    write("tool/__init__.py", "\"\"\"Docs.\"\"\"\n__version__ = \"6.1.0\"  # here\n");
    write("VERSION", "\uFEFF7.0.0\r\n");
    assertThat(text("package.json#version")).isEqualTo("2.0.1");
    assertThat(text("package.json#files.0")).isEqualTo("a");
    assertThat(text("pom.xml#project.version")).isEqualTo("3.1.0");
    assertThat(text("Chart.yaml#version")).isEqualTo("1.10");
    assertThat(text("gradle.properties#version")).isEqualTo("4.0.0");
    assertThat(text("setup.cfg#metadata.version")).isEqualTo("5.0");
    assertThat(text("tool\\__init__.py#__version__")).isEqualTo("6.1.0");
    assertThat(text("VERSION")).isEqualTo("7.0.0");
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    write("package.json", "{\"scripts\": {}}");
    assertProblem("nowhere.json#version", "The file nowhere.json is not there.");
    assertProblem("package.json#version", "package.json has no version.");
    assertProblem("package.json#scripts", "package.json, scripts is not a single value.");
    assertProblem("../outside", "The file ../outside is not there.");
  }

  @Test
  void aFileOutsideTheRepositoryIsNotRead() throws IOException {
    var inside = Files.createDirectories(root.resolve("repository"));
    write("VERSION", "1.0.0");
    assertThatThrownBy(() -> ValueInFile.read(inside, "../VERSION"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.where()).isEqualTo("../VERSION leads out of the repository."));
  }

  @Test
  void malformedFilesAreSaid() throws IOException {
    write("bad.toml", "a = 1\nb = \n");
    write("bad.json", "{\"a\": 1,\n}");
    write("bad.xml", "<a>\n<b></a>");
    write("entity.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
    write("deep.toml", "a = " + "[".repeat(100_000));
    Files.write(root.resolve("binary.json"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertProblem("bad.toml#a", "bad.toml, line 2 is not well-formed TOML.");
    assertProblem("bad.json#a", "bad.json, line 2 is not well-formed JSON.");
    assertProblem("bad.xml#a", "bad.xml, line 2 is not well-formed XML (without a document type).");
    assertProblem(
        "entity.xml#a", "entity.xml, line 1 is not well-formed XML (without a document type).");
    assertProblem("deep.toml#a", "deep.toml is nested too deeply.");
    assertProblem("binary.json#a", "binary.json is not UTF-8 text.");
  }

  private void assertProblem(String reference, String where) {
    assertThatThrownBy(() -> ValueInFile.read(root, reference))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.where()).isEqualTo(where));
  }

  private String text(String reference) {
    return ValueInFile.read(root, reference).text();
  }

  private void write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
