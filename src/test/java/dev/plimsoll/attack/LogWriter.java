package dev.plimsoll.attack;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.CheckpointFile;
import dev.plimsoll.core.audit.CheckpointMemory;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.SignedHead;
import dev.plimsoll.core.history.HistoryStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A process of its own that writes a real history, and may die at a chosen moment. Says the number
/// of each entry once it is on disk.
public final class LogWriter {
  /// Halts the process where a checkpoint is to be remembered.
  private record Fatal(CheckpointMemory memory, boolean remembers) implements CheckpointMemory {
    @Override
    public Optional<SignedHead> last() {
      return memory.last();
    }

    @Override
    public void remember(SignedHead signed) {
      if (remembers) {
        memory.remember(signed);
      }
      Runtime.getRuntime().halt(137);
    }
  }

  private LogWriter() {}

  static Process start(Path folder, String how, int entries) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LogWriter.class.getName(),
            folder.toString(),
            how,
            String.valueOf(entries))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static Path history(Path folder) {
    return folder.resolve("history.db");
  }

  static CheckpointMemory memory(Path folder) {
    return new CheckpointFile(folder.resolve("checkpoints").resolve("lantern"));
  }

  /// @param args folder; `append`, `die-before` or `die-after`; how many entries come first
  public static void main(String[] args) {
    var folder = Path.of(args[0]);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var desk = new LogDesk();
    var memory =
        args[1].equals("append")
            ? memory(folder)
            : new Fatal(memory(folder), args[1].equals("die-after"));
    try (var store = HistoryStore.open(history(folder), Duration.ofSeconds(60))) {
      var log = AuditLog.open(store.log("lantern"), desk.keeper(), memory);
      for (var i = 0; i < Integer.parseInt(args[2]); i++) {
        out.println(log.append(Event.STEP_STARTED, desk.ada, Map.of("n", i)).seq());
      }
      if (!args[1].equals("append")) {
        log.publish("sign-off request");
      }
    }
  }
}
