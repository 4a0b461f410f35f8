package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.model.Recipe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A verification with everything it rests on, for a report. Immutable.
///
/// @param recipe null for a log of our own
/// @param anchors what it was compared with
public record Finding(
    LogChoice log, OpenedLog opened, @Nullable Recipe recipe, List<Anchor> anchors, Ending ending) {
  public Finding {
    anchors = List.copyOf(anchors);
  }

  /// @param on when it ended, by this computer's clock
  public record Ending(Conclusion conclusion, Pace pace, Instant on) {}
}
