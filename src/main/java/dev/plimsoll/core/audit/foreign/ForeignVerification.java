package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Walks a foreign chain from its first line to its last and says what it found. Memory does not
/// grow with the chain. A large file is read by all processors, with the same verdict to the word.
/// [#run()] once, on any thread; [#progress()] may be asked from any other. Interrupting the thread
/// ends it without a verdict on the rest.
public final class ForeignVerification {
  private static final int STRIDE = 256;

  private final Path file;
  private final Recipe recipe;
  private final Known known;
  private volatile Progress progress = Progress.NONE;

  public ForeignVerification(Path file, Recipe recipe, Known known) {
    this.file = file;
    this.recipe = recipe;
    this.known = known;
  }

  public Progress progress() {
    return progress;
  }

  /// Never throws: what cannot be read ends as [ForeignVerdict.CouldNotTell]. A file that is not
  /// there, or holds nothing, is rolled back where an anchor says that it held something.
  public ForeignVerdict run() {
    try {
      if (recipe.isOwnLog()) {
        return new OwnLogVerification(file, known, made -> progress = made).run();
      }
      var quick = PiecesWalk.suits(file, recipe) ? sideBySide() : null;
      if (quick != null) {
        return quick;
      }
      var examiner = new LineExaminer(recipe, known.keys());
      return walked(examiner, new ChainStitch(recipe, examiner, known));
    } catch (Problem e) {
      return new ForeignVerdict.CouldNotTell(e.where() + " " + e.next());
    } catch (OutOfMemoryError tooLarge) {
      return new ForeignVerdict.CouldNotTell(
          "A line of " + file + " takes more memory than there is; nothing is said about it.");
    }
  }

  /// On all processors; null where the lines have to be walked one by one.
  private @Nullable ForeignVerdict sideBySide() {
    var walk = new PiecesWalk(file, recipe, known);
    try {
      return walk.run(made -> progress = made);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped(walk.entries());
    } catch (AccessDeniedException refused) {
      return refused();
    } catch (IOException e) {
      return unread(walk.entries(), e);
    }
  }

  private ForeignVerdict refused() {
    return new ForeignVerdict.CouldNotTell(file + " may not be read by this person.");
  }

  private static ForeignVerdict stopped(long entries) {
    return new ForeignVerdict.CouldNotTell(
        "It was stopped after " + Plural.of(entries, "entry", "entries") + ".");
  }

  private static ForeignVerdict unread(long entry, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return stopped(entry);
    }
    return new ForeignVerdict.CouldNotTell(
        "Entry " + entry + " could not be read: " + e.getMessage() + ".");
  }

  private ForeignVerdict walked(LineExaminer examiner, ChainStitch stitch) {
    if (Files.isDirectory(file)) {
      return new ForeignVerdict.CouldNotTell(file + " is a folder, not a file of lines.");
    }
    try (var lines = new LineSource(file)) {
      var verdict = read(lines, examiner, stitch);
      return verdict == null ? stitch.end(lines.offset()) : verdict;
    } catch (NoSuchFileException absent) {
      var verdict = stitch.end(0);
      return verdict instanceof ForeignVerdict.Broken
          ? verdict
          : new ForeignVerdict.CouldNotTell("There is no file " + file + ".");
    } catch (AccessDeniedException refused) {
      return refused();
    } catch (LineSource.LineTooLong e) {
      return new ForeignVerdict.CouldNotTell(
          "Entry " + stitch.entries() + " cannot be judged: " + e.getMessage() + ".");
    } catch (IOException e) {
      return unread(stitch.entries(), e);
    }
  }

  private @Nullable ForeignVerdict read(LineSource lines, LineExaminer examiner, ChainStitch stitch)
      throws IOException {
    var size = lines.size();
    progress = new Progress(0, 0, size);
    while (true) {
      if (lines.number() % STRIDE == 0 && Thread.currentThread().isInterrupted()) {
        return stopped(stitch.entries());
      }
      var line = lines.next();
      if (line == null) {
        return null;
      }
      if (line.isBlank()) {
        stitch.blank(line);
      } else {
        var verdict = stitch.accept(line, examiner.examine(line.bytes(), stitch.head()));
        if (verdict != null) {
          progress = new Progress(stitch.entries(), lines.offset(), size);
          return verdict;
        }
      }
      if (lines.number() % STRIDE == 0 || lines.offset() >= size) {
        progress = new Progress(stitch.entries(), lines.offset(), size);
      }
    }
  }
}
