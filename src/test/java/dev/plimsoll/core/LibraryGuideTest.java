package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The example of docs/guides/library.md, compiled and run as it stands there.
@Timeout(180)
class LibraryGuideTest {
  @TempDir Path folder;

  @Test
  void theExampleRunsInAJavaWithoutJavaFxAndVerifiesWhatItSealed() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", PlimsollTest.PRE_RELEASE));
    var source = folder.resolve("Release.java");
    Files.writeString(source, example());
    var classPath = withoutJavaFx();
    assertThat(classPath).doesNotContain("javafx").contains("sqlite-jdbc");

    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                classPath,
                source.toString(),
                sandbox.repository.toString(),
                sandbox.keyFile.toString(),
                folder.resolve("out").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile());
    builder.environment().clear();
    builder.environment().putAll(sandbox.environment);
    var process = builder.start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    var printed = Files.readString(folder.resolve("printed.txt"), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).contains("INTEGRITY: ").contains("AUTHENTICITY: ");
    assertThat(folder.resolve("out/demo-1.0.0.release.zip")).isRegularFile();
  }

  private static String example() throws IOException {
    var guide = Files.readString(Path.of("docs/guides/library.md"));
    var start = guide.indexOf("```java\n") + "```java\n".length();
    return guide.substring(start, guide.indexOf("\n```", start));
  }

  private static String withoutJavaFx() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("javafx") && !entry.contains("openjfx"))
        .filter(entry -> !entry.contains("controlsfx") && !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
