package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the recipe of a file by trying candidates on its first entries.
public final class Recognition {
  private Recognition() {}

  /// Tries the candidates without any key. Never throws: a file that cannot be read is not
  /// recognised, and the sentence says why.
  public static Recognised of(Path file, List<Recipe> candidates) {
    return of(file, candidates, HashKeys.NONE);
  }

  /// As [#of(Path, List)], with the keys of keyed hashes.
  public static Recognised of(Path file, List<Recipe> candidates, HashKeys keys) {
    return new Recognised(Optional.empty(), "Recognition is not built yet.", List.of());
  }
}
