package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.Plural;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a drill came to.
///
/// @param manifest SHA-256 of the manifest, or null where there was none to be read
/// @param ending DONE: proven; FAILED: it does not restore; OPEN: nobody could tell
/// @param held what was looked at, in order
/// @param size of what was restored into the scratch folder
public record Drilled(
    String id, @Nullable String manifest, Ending ending, List<Held> held, Size size) {
  public Drilled {
    held = List.copyOf(held);
  }

  public record Size(long files, long bytes, long millis) {}

  public boolean isProven() {
    return ending == Ending.DONE;
  }

  /// For a person.
  public String sentence() {
    var bad = held.stream().filter(each -> each.ending() == ending && !isProven()).toList();
    var more = bad.size() > 1 ? " " + (bad.size() - 1) + " more." : "";
    return switch (ending) {
      case DONE ->
          id
              + " restores: "
              + Plural.of(size.files(), "file")
              + (size.files() == 1 ? " is" : " are")
              + " as the manifest says, and "
              + (held.size() - 1)
              + (held.size() == 2 ? " thing more holds." : " things more hold.");
      case FAILED -> id + " does not restore. " + bad.getFirst().sentence() + more;
      case OPEN ->
          "Whether " + id + " restores could not be told. " + bad.getFirst().sentence() + more;
    };
  }
}
