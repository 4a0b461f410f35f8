package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// How much of the machine other processes used while something was measured (Linux; elsewhere
/// unknown, told as 0).
final class MachineLoad {
  private static final Path STAT = Path.of("/proc/stat");

  private final long[] before = read();

  private MachineLoad() throws IOException {}

  static MachineLoad start() throws IOException {
    return new MachineLoad();
  }

  /// Part of all processors that was busy, 0 to 1. What was measured waits for its disk: its own
  /// part is small and included.
  double busy() throws IOException {
    var now = read();
    var all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
    var idle = now[3] + now[4] - before[3] - before[4];
    return all == 0 ? 0 : 1 - (double) idle / all;
  }

  private static long[] read() throws IOException {
    if (!Files.exists(STAT)) {
      return new long[8];
    }
    var line = Files.readAllLines(STAT).getFirst().split(" +");
    return Arrays.stream(line).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
  }
}
