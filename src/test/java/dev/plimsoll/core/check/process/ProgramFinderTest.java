package dev.plimsoll.core.check.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFinderTest {
  @TempDir Path temp;

  @Test
  void takesTheFirstExecutableAlongThePath() throws IOException {
    var first = Files.createDirectory(temp.resolve("first"));
    var second = Files.createDirectory(temp.resolve("second"));
    Files.writeString(first.resolve("tool"), "not executable");
    var tool = program(second.resolve("tool"));
    var finder = new ProgramFinder(Map.of("PATH", first + ":" + second), false);
    assertThat(finder.find("tool", temp)).contains(tool);
    assertThat(finder.find("other", temp)).isEmpty();
  }

  @Test
  void looksFromTheFolderWhereThereIsASeparator() throws IOException {
    var script = program(temp.resolve("gradlew"));
    assertThat(new ProgramFinder(Map.of(), false).find("./gradlew", temp)).contains(script);
    assertThat(new ProgramFinder(Map.of("PATH", temp.toString()), false).find("./other", temp))
        .isEmpty();
  }

  @Test
  void triesTheEndingsOfWindows() throws IOException {
    var maven = program(temp.resolve("mvn.cmd"));
    var windows = new ProgramFinder(Map.of("Path", temp.toString(), "PATHEXT", ".EXE;.CMD"), true);
    assertThat(windows.find("mvn", temp)).contains(maven);
    assertThat(windows.find("mvn.cmd", temp)).contains(maven);
    assertThat(windows.find("mvnw", temp)).isEmpty();
  }

  @Test
  void findsNothingUnderANameThatNoFileCanHave() {
    assertThat(new ProgramFinder(Map.of("PATH", temp.toString()), false).find("a\0b", temp))
        .isEmpty();
  }

  private static Path program(Path file) throws IOException {
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
