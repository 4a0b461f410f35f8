package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A log that was looked at before it is verified. Immutable.
///
/// @param size `1,284 entries`, `4.1 MB`: as much as is known without reading it
/// @param recipes how it may be chained
/// @param anchors what is known of it from elsewhere; of a log of our own its checkpoints are known
///   without standing here
/// @param compared a sentence: what it is compared with and where that was found, or that there is
///   nothing; may be empty
/// @param obstacle why a log of our own may not be appended to, or null
public record OpenedLog(
    LogChoice log,
    String size,
    Recipes recipes,
    List<Anchor> anchors,
    String compared,
    @Nullable Problem obstacle) {
  public OpenedLog {
    anchors = List.copyOf(anchors);
  }

  /// @param recognised what was found by trial; null for a log of our own
  /// @param named the recipe that the project file names for this log, or null
  /// @param choosable recipes that a person may choose; empty where there is no choice
  public record Recipes(
      @Nullable Recognised recognised, @Nullable Recipe named, List<Recipe> choosable) {
    static final Recipes OWN = new Recipes(null, null, List.of());

    public Recipes {
      choosable = List.copyOf(choosable);
    }

    /// The one to begin with: the one that the project names, else the one that fits, else null.
    @Nullable Recipe first() {
      if (named != null) {
        return named;
      }
      return recognised == null ? null : recognised.recipe().orElse(null);
    }
  }

  /// A log of our own.
  ///
  /// @param compared as above; empty where there is nothing
  /// @param obstacle why it may not be appended to, or null
  public static OpenedLog own(
      LogChoice.Own log, String size, String compared, @Nullable Problem obstacle) {
    return new OpenedLog(log, size, Recipes.OWN, List.of(), compared, obstacle);
  }
}
