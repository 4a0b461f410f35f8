package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Walks a foreign chain from its first line to its last and says what it found. Memory does not
/// grow with the chain. [#run()] once, on any thread; [#progress()] may be asked from any other.
/// Interrupting the thread ends it without a verdict on the rest.
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
    if (recipe.isOwnLog()) {
      return new OwnLogVerification(file, known, made -> progress = made).run();
    }
    try {
      var examiner = new LineExaminer(recipe, known.keys());
      return walked(examiner, new ChainStitch(recipe, examiner, known));
    } catch (Problem e) {
      return new ForeignVerdict.CouldNotTell(e.where() + " " + e.next());
    }
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
      return new ForeignVerdict.CouldNotTell(file + " may not be read by this person.");
    } catch (LineSource.LineTooLong e) {
      return new ForeignVerdict.CouldNotTell(
          "Entry " + stitch.entries() + " cannot be judged: " + e.getMessage() + ".");
    } catch (IOException e) {
      return new ForeignVerdict.CouldNotTell(
          "Entry " + stitch.entries() + " could not be read: " + e.getMessage() + ".");
    }
  }

  private @Nullable ForeignVerdict read(LineSource lines, LineExaminer examiner, ChainStitch stitch)
      throws IOException {
    var size = lines.size();
    progress = new Progress(0, 0, size);
    while (true) {
      if (lines.number() % STRIDE == 0 && Thread.currentThread().isInterrupted()) {
        return new ForeignVerdict.CouldNotTell(
            "It was stopped after " + Plural.of(stitch.entries(), "entry", "entries") + ".");
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
