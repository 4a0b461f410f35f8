package dev.plimsoll.core.check.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPathsTest {
  @TempDir Path temp;
  private Path root;
  private RepositoryPaths paths;

  @BeforeEach
  void makeTree() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    paths = new RepositoryPaths(root);
    for (var file :
        new String[] {
          "a.xml", "out/TEST-1.xml", "out/deep/TEST-2.xml", "out/TEST-3.txt", ".git/TEST-4.xml"
        }) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), "");
    }
    Files.writeString(temp.resolve("outside.xml"), "");
  }

  @Test
  void findsFilesByPattern() {
    assertThat(paths.matching("out/TEST-*.xml"))
        .extracting(paths::shown)
        .containsExactly("out/TEST-1.xml");
    assertThat(paths.matching("**/*.xml"))
        .extracting(paths::shown)
        .containsExactly("a.xml", "out/TEST-1.xml", "out/deep/TEST-2.xml");
    assertThat(paths.matching("*.xml")).extracting(paths::shown).containsExactly("a.xml");
    assertThat(paths.matching("./out\\deep\\TEST-2.xml"))
        .extracting(paths::shown)
        .containsExactly("out/deep/TEST-2.xml");
    assertThat(paths.matching("missing/**")).isEmpty();
  }

  @Test
  void followsLinksInsideOnly() throws IOException {
    Files.createSymbolicLink(root.resolve("in.xml"), root.resolve("a.xml"));
    Files.createSymbolicLink(root.resolve("out.xml"), temp.resolve("outside.xml"));
    assertThat(paths.matching("*.xml")).extracting(paths::shown).containsExactly("a.xml", "in.xml");
    assertThatThrownBy(() -> paths.inside("out.xml"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("leads out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../outside.xml",
        "a/../../outside.xml",
        "C:/x",
        "c:x",
        "\\\\server\\share",
        "..\\outside.xml",
        ""
      })
  void refusesPathsThatLeadOut(String path) {
    assertThat(RepositoryPaths.flaw(path)).isNotNull();
    assertThatThrownBy(() -> paths.inside(path)).isInstanceOf(Problem.class);
  }

  @Test
  void namesAPlaceThatDoesNotExistYet() {
    assertThat(paths.inside("new/file.txt")).isEqualTo(root.resolve("new/file.txt"));
  }
}
