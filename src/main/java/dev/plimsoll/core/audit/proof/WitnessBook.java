package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.DurableFile;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/// What a witness keeps of every log: its key, and the last checkpoint that it cosigned. One small
/// file per log in a folder of its own. Thread-safe and safe between processes.
public final class WitnessBook {
  private static final String LOG = "log ";
  private static final int LONGEST = 64 * 1024;

  /// The system's lock is for processes; two threads of one would be refused by it, not wait.
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path folder;

  /// @param log the key that it was cosigned under
  public record Seen(Vkey log, Checkpoint checkpoint) {}

  /// @param folder need not exist yet
  public WitnessBook(Path folder) {
    this.folder = folder;
  }

  /// @param origin of the log
  /// @throws Problem where it cannot be read: then nothing is known, and nothing may be cosigned
  public Optional<Seen> last(String origin) {
    var file = file(origin);
    try {
      if (Files.size(file) > LONGEST) {
        throw damaged(file, new IOException("it is larger than any such file"));
      }
      var text = Files.readString(file);
      var end = text.indexOf('\n');
      if (!text.startsWith(LOG) || end < 0) {
        throw damaged(file, new IOException("its first line does not name the log's key"));
      }
      return Optional.of(
          new Seen(
              Vkey.parse(text.substring(LOG.length(), end)),
              Checkpoint.parse(text.substring(end + 1))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | Problem e) {
      throw e instanceof Problem told && told.what().startsWith("Witness")
          ? told
          : damaged(file, e);
    }
  }

  /// On disk when it returns.
  void keep(Seen seen) {
    try {
      DurableFile.replace(
          file(seen.checkpoint().origin()),
          LOG + seen.log().text() + "\n" + seen.checkpoint().encode());
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  /// Looks and keeps as one act: no other process does so meanwhile.
  <T> T alone(Supplier<T> act) {
    synchronized (IN_THIS_PROCESS) {
      return aloneAmongProcesses(act);
    }
  }

  private <T> T aloneAmongProcesses(Supplier<T> act) {
    try {
      Files.createDirectories(folder);
      try (var channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (!lock.isValid()) {
          throw notKept(new IOException("the lock was lost"));
        }
        return act.get();
      }
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  private Path file(String origin) {
    return folder.resolve(origin.substring(origin.lastIndexOf('/') + 1));
  }

  private static Problem notKept(IOException e) {
    return Problem.of(
        "Checkpoint not cosigned",
        "What this witness saw cannot be kept: " + e.getMessage() + ".",
        "Make room or give yourself access to the folder, then try again.",
        e);
  }

  private static Problem damaged(Path file, Exception e) {
    return Problem.of(
        "Witness book not readable",
        "The file " + file + " says what was cosigned last, but: " + e.getMessage() + ".",
        "Restore it from a backup. Without it this witness cannot know whether the log goes on"
            + " from what it saw.",
        e);
  }
}
