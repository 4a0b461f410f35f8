package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A second Java process that appends to a history and tells the number of every entry once it is
/// on disk.
public final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader told;

  private OtherProcess(Process process) {
    this.process = process;
    this.told = process.inputReader(StandardCharsets.UTF_8);
  }

  static OtherProcess appending(Path history, String name, int entries) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            history.toString(),
            name,
            String.valueOf(entries));
    return new OtherProcess(command.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// The number of the next entry that is on disk, or -1 after the last.
  long next() throws IOException {
    var line = told.readLine();
    return line == null ? -1 : Long.parseLong(line);
  }

  /// Ends it as `kill -9` does, then gives what it had told before.
  long killAndLast() throws Exception {
    // by its handle: the process itself would close what it has told and was not read yet
    process.toHandle().destroyForcibly();
    process.waitFor();
    var last = -1L;
    for (var seq = next(); seq >= 0; seq = next()) {
      last = seq;
    }
    return last;
  }

  int exit() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      told.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) {
    var desk = new LogDesk();
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var store = HistoryStore.open(Path.of(args[0]), Duration.ofSeconds(60))) {
      var log = desk.open(store.log("lantern"));
      for (var i = 0; i < Integer.parseInt(args[2]); i++) {
        out.println(
            log.append(Event.STEP_STARTED, Walked.ADA, Map.of("step", args[1], "n", i)).seq());
      }
    }
  }
}
