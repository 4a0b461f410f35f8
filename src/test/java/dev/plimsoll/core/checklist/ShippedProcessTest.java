package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.Scaffold.Surroundings;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedProcessTest {
  private static final Signatory ADA = new Signatory("ada@example.org", "Ada", "ssh-ed25519 AAAA");
  private static final String PROJECT = ".plimsoll/project.yaml";

  @TempDir Path root;

  static Stream<String> names() {
    return ShippedProcess.all().stream().map(ShippedProcess::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyProcessIsCleanInAnEmptyRepository(String name) throws IOException {
    write(name, new Surroundings(root, "main", List.of(), _ -> false));

    var folder = ProjectFolder.read(root, StandardVerbs.all().readers());
    assertThat(folder.hasErrors()).as(new Lint(folder.findings()).text()).isFalse();
    assertThat(folder.usable().product()).isEqualTo(root.getFileName().toString());
    assertThat(folder.usable().rules().version().from()).isNull();
    assertThat(folder.checklists()).isNotEmpty();
    assertThat(ShippedProcess.named(name).title()).isNotEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyProcessIsCleanWithAPersonInIt(String name) throws IOException {
    write(name, new Surroundings(root, "trunk", List.of(ADA), _ -> true));

    var folder = ProjectFolder.read(root, StandardVerbs.all().readers());
    assertThat(folder.hasErrors()).as(new Lint(folder.findings()).text()).isFalse();
    assertThat(folder.usable().people().getFirst().principal()).isEqualTo("ada@example.org");
    assertThat(folder.usable().rules().releaseBranches()).contains("trunk");
    assertThat(folder.signers()).endsWith("\nada@example.org ssh-ed25519 AAAA\n");
  }

  @Test
  void theVersionIsReadFromWhereThisRepositoryHasIt() throws IOException {
    Files.writeString(root.resolve("Cargo.toml"), "[package]\nversion = \"1.0.0\"\n");
    var files =
        Scaffold.files(
            ShippedProcess.named("solarwindpy"),
            new Surroundings(root, "master", List.of(), "Cargo.toml#package.version"::equals));
    assertThat(files.get(PROJECT))
        .contains(
            "version: {from: \"Cargo.toml#package.version\", scheme: [semver, pep440], tag:"
                + " \"v{version}\"")
        .contains("ignoreTags: [\"claude/compaction/*\"]")
        .contains("# SolarWindPy: ")
        .contains("branches: {release: [master, main]}");
  }

  @Test
  void aRepositoryThatHasAProjectIsLeftAlone() throws IOException {
    Files.createDirectories(root.resolve(".plimsoll"));
    Files.writeString(root.resolve(PROJECT), "product: mine\n");
    var here = new Surroundings(root, "main", List.of(), _ -> false);
    assertThatThrownBy(() -> Scaffold.files(ShippedProcess.named("solarwindpy"), here))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("already has .plimsoll/project.yaml");
  }

  @Test
  void anUnknownNameIsToldWithTheNearestOne() {
    assertThatThrownBy(() -> ShippedProcess.named("solarwind-py"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Did you mean 'solarwindpy'?");
  }

  @Test
  void aPackagedJarHoldsTheSameProcesses() throws IOException {
    var anchor = Objects.requireNonNull(getClass().getResource("/processes/README.md"));
    var jar = root.resolve("packaged.jar");
    try (var packaged = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      for (var file : PackagedFolder.texts(anchor).entrySet()) {
        var path = packaged.getPath("processes/" + file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      Files.createDirectories(packaged.getPath("elsewhere"));
      Files.writeString(packaged.getPath("elsewhere/project.yaml"), "# not one of them\n");
    }

    var inJar =
        ShippedProcess.in(URI.create("jar:" + jar.toUri() + "!/processes/README.md").toURL());

    assertThat(inJar).isNotEmpty().isEqualTo(ShippedProcess.all());
  }

  private void write(String name, Surroundings here) throws IOException {
    for (var file : Scaffold.files(ShippedProcess.named(name), here).entrySet()) {
      var path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
