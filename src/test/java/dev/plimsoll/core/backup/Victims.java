package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Starts [TakeVictim] in a process of its own.
final class Victims {
  private Victims() {}

  /// Lets it come to its point and kills it there with SIGKILL.
  static void kill(Path folder, String... args) throws IOException, InterruptedException {
    var victim = started(folder, args);
    try (var said = victim.inputReader()) {
      assertThat(lastLine(said)).isEqualTo("AT " + args[2]);
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  /// Lets it run to its end while no file may grow beyond a size.
  ///
  /// @return its last line
  static String limited(long bytes, Path folder, String... args)
      throws IOException, InterruptedException {
    var all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = Long.toString(bytes);
    var victim = started(folder, all);
    try (var said = victim.inputReader()) {
      return lastLine(said);
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  private static String lastLine(BufferedReader said) throws IOException {
    var all = new ArrayList<String>();
    var line = said.readLine();
    while (line != null) {
      all.add(line);
      if (line.startsWith("AT ") || line.equals("ENDED") || line.startsWith("PROBLEM ")) {
        return line;
      }
      line = said.readLine();
    }
    throw new AssertionError("it said: " + String.join("\n", all));
  }

  private static Process started(Path folder, String... args) throws IOException {
    var words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classPath(),
                TakeVictim.class.getName(),
                folder.toString()));
    words.addAll(Arrays.asList(args));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
