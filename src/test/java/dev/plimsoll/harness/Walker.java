package dev.plimsoll.harness;

import dev.plimsoll.Main;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.history.HistoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// The process that is killed: the real command line, and beside it a reader of the same history
/// that says on standard output how far the log has come. What it has said is acknowledged.
public final class Walker {
  private static final long LOOK_AGAIN_NANOS = 2_000_000;

  private Walker() {}

  /// @param args the history's file, then the words of the command
  public static void main(String[] args) {
    var history = Path.of(args[0]);
    Thread.ofPlatform().daemon().start(() -> acknowledge(history));
    var words = new String[args.length - 1];
    System.arraycopy(args, 1, words, 0, words.length);
    Main.main(words);
  }

  private static void acknowledge(Path history) {
    while (!Files.exists(history)) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    try (var store = HistoryStore.openReadOnly(history)) {
      var told = LogStore.Head.EMPTY;
      while (true) {
        var logs = store.logs();
        var head = logs.isEmpty() ? LogStore.Head.EMPTY : store.log(logs.getLast()).head();
        if (!head.equals(told)) {
          System.out.println(Acknowledged.line(head));
          told = head;
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    } catch (RuntimeException notYet) {
      // The history is being made this moment: the next process tells of it.
    }
  }
}
