package dev.plimsoll.core;

import dev.plimsoll.core.model.Checklist.Category;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of the four things that a person comes for, at one project.
///
/// @param checklist id of the checklist that is walked for it, or null where the project has none
/// @param waitsFor titles of the checklists that come first and are not complete
/// @param last how that checklist was walked last, in whatever release, or null
/// @param place of that checklist among those of the plan that apply, from 0; null where it is none
///   of them
/// @param lists titles of all checklists of its kind, that of `checklist` first; a wizard walks
///   that one only
public record Wizard(
    Kind kind,
    @Nullable String checklist,
    List<String> waitsFor,
    @Nullable LastWalk last,
    @Nullable Integer place,
    List<String> lists) {
  public Wizard {
    waitsFor = List.copyOf(waitsFor);
    lists = List.copyOf(lists);
  }

  public enum Kind {
    PRE_RELEASE,
    SMOKE_TESTS,
    BACKUP_AND_RESTORE,
    AUDIT_CHAIN;

    boolean holds(Category category) {
      return switch (this) {
        case PRE_RELEASE -> category == Category.PRE_RELEASE;
        case SMOKE_TESTS -> category == Category.SMOKE;
        case BACKUP_AND_RESTORE -> category == Category.BACKUP || category == Category.RESTORE;
        case AUDIT_CHAIN -> category == Category.AUDIT;
      };
    }
  }

  /// @param version for which it was walked
  /// @param on when something was done at it last
  /// @param decision the gate's word when it was last paused or sealed, `GO` or `NO_GO`; null where
  ///   none was told
  /// @param counts how many of its steps stood where then
  public record LastWalk(
      String version,
      Instant on,
      RunState.Phase phase,
      @Nullable String decision,
      int steps,
      Map<Standing, Integer> counts) {
    public LastWalk {
      counts = Map.copyOf(counts);
    }

    public int count(Standing standing) {
      return counts.getOrDefault(standing, 0);
    }
  }
}
