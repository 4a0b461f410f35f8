package dev.plimsoll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MainTest {
  @Test
  void noArgumentsAndTheAuditorsWayInOpenTheDesktop() {
    assertThat(Main.opensDesktop()).isTrue();
    assertThat(Main.opensDesktop("--read-only")).isTrue();
    assertThat(Main.opensDesktop("--read-only", "record.zip")).isTrue();
    assertThat(Main.opensDesktop("--project", "folder")).isTrue();
    assertThat(Main.opensDesktop("--project=folder")).isTrue();
    assertThat(Main.opensDesktop("--project", "folder", "run", "pre-release")).isFalse();
    assertThat(Main.opensDesktop("demo")).isFalse();
    assertThat(Main.opensDesktop("record", "--read-only")).isFalse();
  }

  /// In a process of its own, whose path has no JavaFX: a command that needed it would fail.
  @Test
  @Timeout(60)
  void aCommandRunsWhereJavaFxIsNot() throws IOException, InterruptedException {
    List<String> path =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
            .toList();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                String.join(File.pathSeparator, path),
                Main.class.getName(),
                "--version")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("0.1.0").doesNotContain("Exception");
  }
}
