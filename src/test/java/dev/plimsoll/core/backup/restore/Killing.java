package dev.plimsoll.core.backup.restore;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One process that may be killed.
final class Killing implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;
  private final List<String> lines = new ArrayList<>();

  /// @param main its class
  Killing(Class<?> main, List<String> arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classPath(),
                main.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    said = process.inputReader();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The next line that begins so, or null where it ended without.
  @Nullable String await(String beginning) throws IOException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.startsWith(beginning)) {
        return line;
      }
      if (line.equals("ENDED")) {
        return null;
      }
    }
    return null;
  }

  /// SIGKILL after so long, unless it ends by itself. Then everything it said was read.
  void kill(long millis) throws IOException, InterruptedException {
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    // by its handle: what it has said can still be read
    process.toHandle().destroyForcibly();
    rest();
  }

  /// Waits for its end.
  List<String> rest() throws IOException, InterruptedException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
    }
    process.waitFor();
    return List.copyOf(lines);
  }

  boolean hasEnded() {
    return lines.contains("ENDED");
  }

  /// The last stage that it told of.
  String stage() {
    return lines.stream()
        .filter(line -> line.startsWith("STAGE "))
        .reduce((first, second) -> second)
        .map(line -> line.substring("STAGE ".length()))
        .orElse("WAITING");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    said.close();
  }
}
