package dev.plimsoll.core.checklist;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person says of the product that does not lie in its repository.
///
/// @param data files and folders that a backup is to save, beside those that are found; each exists
/// @param service address of the running product, `http://localhost:8000`, which may end with its
///   health path; null where none was said
public record Wishes(List<Path> data, @Nullable String service) {
  /// Nothing beyond what is found.
  public static final Wishes NONE = new Wishes(List.of(), null);

  public Wishes {
    data = List.copyOf(data);
  }
}
