package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Walks a chain from its first line to its last and says what it found. Memory does not grow with
/// the chain. A large file is read by all processors; the verdict is the same, to the word.
/// [#run()] once, on any thread; [#progress()] may be asked from any other. Interrupting the thread
/// ends it without a verdict on the rest.
public final class ChainVerification {
  private static final int STRIDE = 512;

  private final ChainLines lines;
  private final Known known;
  private final Listener listener;
  private final ChainWalk walk;
  private volatile Progress progress;

  /// @param entries how many were checked so far
  /// @param expected how many there are, or -1 where that is not known
  public record Progress(long entries, long expected) {}

  /// Told now and then how far it is, on the thread that verifies.
  @FunctionalInterface
  public interface Listener {
    /// @param bytes read of the file, or -1 where that is not known
    void checked(long entries, long bytes);
  }

  public ChainVerification(ChainLines lines, Known known) {
    this(lines, known, (entries, bytes) -> {});
  }

  public ChainVerification(ChainLines lines, Known known, Listener listener) {
    this.listener = listener;
    this.lines = lines;
    this.known = known;
    this.walk = new ChainWalk(known);
    this.progress = new Progress(0, lines.expected());
  }

  public Progress progress() {
    return progress;
  }

  /// Never throws: what cannot be read ends as [ChainVerdict.CouldNotTell]. Closes the lines.
  public ChainVerdict run() {
    try (lines) {
      var file = lines instanceof JsonLines.Reader export ? export.large() : null;
      var quick = file == null ? null : fast(file);
      if (quick != null) {
        return quick;
      }
      var verdict = read();
      progress = new Progress(walk.entries(), lines.expected());
      return verdict == null ? walk.end() : verdict;
    } catch (NoSuchFileException e) {
      return new ChainVerdict.CouldNotTell("There is no file " + e.getFile() + ".");
    } catch (IOException e) {
      return unread(walk.entries(), e);
    } catch (Problem e) {
      return new ChainVerdict.CouldNotTell(
          "Entry " + walk.entries() + " could not be read. " + e.where());
    }
  }

  /// On all processors; null where the lines have to be walked one by one.
  private @Nullable ChainVerdict fast(Path file) {
    var quick = new FastWalk(file, known);
    try {
      return quick.run((entries, bytes) -> {
        progress = new Progress(entries, lines.expected());
        listener.checked(entries, bytes);
      });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped(quick.entries());
    } catch (IOException e) {
      return unread(quick.entries(), e);
    }
  }

  private static ChainVerdict unread(long entry, IOException e) {
    return new ChainVerdict.CouldNotTell(
        "Entry " + entry + " could not be read: " + e.getMessage() + ".");
  }

  private static ChainVerdict stopped(long entries) {
    return new ChainVerdict.CouldNotTell(
        "It was stopped after " + Plural.of(entries, "entry", "entries") + ".");
  }

  private @Nullable ChainVerdict read() throws IOException {
    for (var line = lines.next(); line != null; line = lines.next()) {
      var verdict = walk.step(line);
      if (verdict != null) {
        return verdict;
      }
      if (walk.entries() % STRIDE == 0) {
        progress = new Progress(walk.entries(), lines.expected());
        listener.checked(walk.entries(), -1);
        if (Thread.currentThread().isInterrupted()) {
          return stopped(walk.entries());
        }
      }
    }
    return null;
  }
}
