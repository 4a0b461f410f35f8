package dev.plimsoll.harness;

import dev.plimsoll.core.Sandbox;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One process that walks a checklist, and may be killed at any moment.
final class Victim {
  private final Process process;
  private final Thread reader;
  private final CountDownLatch speaks = new CountDownLatch(1);
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  private Victim(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::listen);
  }

  static Victim start(Sandbox sandbox, List<String> words) throws IOException {
    var home = sandbox.folder.resolve("home");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-classpath",
                withoutJavaFx(),
                Walker.class.getName(),
                home.resolve("history.db").toString()));
    command.addAll(words);
    var builder =
        new ProcessBuilder(command)
            .directory(sandbox.repository.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(sandbox.environment);
    return new Victim(builder.start());
  }

  private static String withoutJavaFx() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Reads whole lines only: a line without an end was never acknowledged.
  private void listen() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var line = new StringBuilder();
      for (var c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n') {
          heard(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private synchronized void heard(String line) {
    said.add(line);
    Acknowledged.of(line)
        .ifPresent(each -> {
          acknowledged.add(each);
          speaks.countDown();
        });
  }

  /// Waits until it has acknowledged anything, at most so long.
  boolean speaksWithin(long seconds) throws InterruptedException {
    return speaks.await(seconds, TimeUnit.SECONDS);
  }

  /// Whether it ended by itself within that time.
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /// SIGKILL. Returns when it is gone and everything it said was read.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    reader.join();
  }

  int exit() throws InterruptedException {
    var exit = process.waitFor();
    reader.join();
    return exit;
  }

  synchronized List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  synchronized List<String> said() {
    return List.copyOf(said);
  }
}
