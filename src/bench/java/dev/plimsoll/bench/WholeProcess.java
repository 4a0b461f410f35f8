package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program from its start to its end, measured by Python's `resource` (wall time, processor time
/// and peak memory of the child).
final class WholeProcess implements Work {
  private static final String MEASURE =
      """
      import resource, subprocess, sys, time
      begin = time.monotonic()
      done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
      wall = time.monotonic() - begin
      used = resource.getrusage(resource.RUSAGE_CHILDREN)
      print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, done.returncode)
      sys.stdout.flush()
      sys.stdout.buffer.write(done.stdout)
      """;

  private final Path folder;
  private final List<String> command;
  private final String expected;

  /// @param expected must stand in what the program prints, or its time does not count
  WholeProcess(Path folder, List<String> command, String expected) {
    this.folder = folder;
    this.command = List.copyOf(command);
    this.expected = expected;
  }

  @Override
  public Sample once() throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("python3", "-c", MEASURE));
    all.addAll(command);
    var process =
        new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    var figures = said.lines().findFirst().orElse("").split(" ");
    if (!said.contains(expected) || figures.length != 4) {
      throw new IOException("'" + String.join(" ", command) + "' said: " + said);
    }
    return new Sample(
        Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Long.parseLong(figures[2]));
  }
}
