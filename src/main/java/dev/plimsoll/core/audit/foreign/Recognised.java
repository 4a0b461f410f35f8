package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import java.util.List;
import java.util.Optional;

/// Which recipe a file is chained by, found by trial.
///
/// @param recipe the one that fits, or none: then the file is unsupported, which says nothing about
///   whether it was changed
/// @param sentence what was found, for a person; where there is no recipe, what to do next
/// @param trials every candidate with its reason, those that fit first
public record Recognised(Optional<Recipe> recipe, String sentence, List<Trial> trials) {
  public Recognised {
    trials = List.copyOf(trials);
  }

  /// @param fits whether the entries that were tried are chained like this
  /// @param entries how many entries' hashes fitted
  /// @param reason whole sentence: "There is no member hash."
  public record Trial(Recipe recipe, boolean fits, int entries, String reason) {}
}
