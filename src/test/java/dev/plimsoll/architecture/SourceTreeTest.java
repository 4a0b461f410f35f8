package dev.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shape of the source tree itself.
class SourceTreeTest {
  private static final int LINES = 400;

  @Test
  void filesStayBelowFourHundredLines(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("TwoThings.java"), "// line\n".repeat(LINES + 1));
    assertThat(tooLong(folder)).as("a file that is too long is caught").hasSize(1);

    assertThat(tooLong(Path.of("src"))).isEmpty();
  }

  @Test
  void theTopLevelIsWhatTheReadmeSays() throws IOException {
    try (var entries = Files.list(Path.of(""))) {
      assertThat(entries.map(Path::toString).filter(name -> !name.startsWith(".")))
          .filteredOn(name -> !name.equals("target"))
          .containsExactlyInAnyOrder(
              "src",
              "resources",
              "packaging",
              "docs",
              "README.md",
              "pom.xml",
              "LICENSE",
              "CHANGELOG.md");
    }
  }

  private static List<String> tooLong(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).as("sources below %s", root).isNotEmpty();
      return sources.stream()
          .filter(file -> lines(file) > LINES)
          .map(file -> file + " has " + lines(file) + " lines")
          .toList();
    }
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
