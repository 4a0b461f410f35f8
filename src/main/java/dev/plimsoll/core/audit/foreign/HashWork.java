package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a recipe hashes, entry by entry, for a person who writes one.
///
/// @param entry counts from 0
/// @param line counts from 1
/// @param offset of the line's first byte
/// @param input the exact bytes that are hashed, as text, bounded and made visible; empty where the
///   recipe cannot make them
/// @param computed the hash text made of them
/// @param stored the hash text in the entry, or null where there is none
/// @param prevExpected what the entry before (or the genesis) asks for
/// @param prevStored what the entry names, or null where it names nothing
/// @param obstacle why the recipe cannot be tried on this entry, or null
public record HashWork(
    long entry,
    long line,
    long offset,
    String input,
    String computed,
    @Nullable String stored,
    @Nullable String prevExpected,
    @Nullable String prevStored,
    @Nullable String obstacle) {

  /// Whether the stored hash is the computed one; without a hash of its own an entry always fits.
  public boolean fits() {
    return obstacle == null && (stored == null || stored.equals(computed));
  }

  /// Whether the entry names what comes before it.
  public boolean follows() {
    return obstacle == null && java.util.Objects.equals(prevExpected, prevStored);
  }

  /// The first entries of a file, at most `count`. Never throws: a file that cannot be read has
  /// none.
  public static List<HashWork> of(Path file, Recipe recipe, HashKeys keys, int count) {
    return List.of();
  }
}
