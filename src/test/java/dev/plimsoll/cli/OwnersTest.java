package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who may walk a run, and what becomes of it when they are stopped.
@Timeout(180)
class OwnersTest {
  /// Tells that it runs, and waits until it may end.
  private static final String WAITS =
      """
      #!/bin/sh
      touch started
      while [ ! -f go ]; do sleep 0.1; done
      """;

  @TempDir Path folder;

  @Test
  void aSecondProcessThatWantsTheSameRunGetsAClearSentence() throws Exception {
    var sandbox = waiting();
    var shell = Shell.in(sandbox).trusting();
    var first = process(sandbox, "run", "pre-release").start();
    try {
      Await.until(
          "the step runs in the other process",
          () -> Files.exists(sandbox.repository.resolve("started")));

      var said = shell.run("run", "pre-release");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err())
          .startsWith("Run not opened: Another window or process is walking run ")
          .contains("Continue there, or close it");
      assertThat(shell.run("history", "list").exit()).isZero();
      assertThat(shell.run("audit", "verify").exit()).isZero();
      assertThat(shell.run("release", "status").out()).contains("RUNNING");
    } finally {
      Files.writeString(sandbox.repository.resolve("go"), "");
    }
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(shell.run("run", "pre-release").exit()).isZero();
  }

  @Test
  void ctrlCStopsTheStepWithItsProcessesAndPausesTheRun() throws Exception {
    var sandbox = waiting();
    var shell = Shell.in(sandbox).trusting();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var walk = threads.submit(() -> shell.run("run", "pre-release"));
      Await.until(
          "the step runs",
          () -> Files.exists(sandbox.repository.resolve("started")) && shell.canBeInterrupted());

      shell.interrupt();

      var said = walk.get(60, TimeUnit.SECONDS);
      assertThat(said.exit()).isEqualTo(130);
      assertThat(said.err()).contains("Stopped.").contains("is paused");
    }
    var runs = shell.run("history", "list", "--json").json().get("runs");
    assertThat(runs.size()).isEqualTo(1);
    assertThat(runs.get(0).get("phase").asString()).isEqualTo("PAUSED");
    assertThat(runs.get(0).get("standings").get("INTERRUPTED").asInt()).isEqualTo(1);
    Files.writeString(sandbox.repository.resolve("go"), "");
    assertThat(shell.run("run", "pre-release").exit()).isZero();
  }

  @Test
  void aRunWhoseProcessWasKilledIsContinuedAndItsStepWasInterrupted() throws Exception {
    var sandbox = waiting();
    var shell = Shell.in(sandbox).trusting();
    var first = process(sandbox, "run", "pre-release").start();
    Await.until(
        "the step runs in the other process",
        () -> Files.exists(sandbox.repository.resolve("started")));
    first.destroyForcibly();
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Files.writeString(sandbox.repository.resolve("go"), "");

    var said = shell.run("run", "pre-release", "--json");

    assertThat(said.exit()).isZero();
    assertThat(said.json().get("continued").get("crashed").asBoolean()).isTrue();
    assertThat(said.json().get("steps").get(0).get("attempts").asInt()).isEqualTo(2);
    assertThat(shell.run("history", "search", "INTERRUPTED").exit()).isZero();
    assertThat(shell.run("audit", "verify").exit()).isZero();
  }

  private Sandbox waiting() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", Lists.ONE_PROGRAM));
    Files.writeString(sandbox.repository.resolve("hello.sh"), WAITS);
    return sandbox;
  }

  private static ProcessBuilder process(Sandbox sandbox, String... words) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
                    .reduce((a, b) -> a + File.pathSeparator + b)
                    .orElseThrow(),
                "dev.plimsoll.Main"));
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .directory(sandbox.repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(sandbox.folder.resolve("other-process.txt").toFile());
    builder.environment().clear();
    builder.environment().putAll(sandbox.environment);
    return builder;
  }
}
