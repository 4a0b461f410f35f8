package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// How much of the machine other processes used while something was measured (Linux; elsewhere
/// unknown, told as 0).
final class MachineLoad {
  private static final Path STAT = Path.of("/proc/stat");

  private static final Path SELF = Path.of("/proc/self/stat");

  private final long[] before = read();
  private final long own = own();

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

  /// Part of all processors that was used by others than this process, what it started, and what
  /// those started, 0 to 1. Disks that the kernel writes later are among the others.
  double others() throws IOException {
    var now = read();
    var all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
    var idle = now[3] + now[4] - before[3] - before[4];
    return all == 0 ? 0 : Math.max(0, (double) (all - idle - (own() - own)) / all);
  }

  /// Processor time in hundredths of a second: of this process, of children that have ended, and of
  /// all that still run.
  private static long own() throws IOException {
    if (!Files.exists(SELF)) {
      return 0;
    }
    var stat = Files.readString(SELF);
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    var used = 0L;
    for (var field = 11; field <= 14; field++) {
      used += Long.parseLong(fields[field]);
    }
    return used
        + ProcessHandle.current()
                .descendants()
                .mapToLong(
                    child -> child.info().totalCpuDuration().map(Duration::toMillis).orElse(0L))
                .sum()
            / 10;
  }

  private static long[] read() throws IOException {
    if (!Files.exists(STAT)) {
      return new long[8];
    }
    var line = Files.readAllLines(STAT).getFirst().split(" +");
    return Arrays.stream(line).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
  }
}
