package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Draws a chain as time. Called on the window's thread.
@FunctionalInterface
public interface ChainPicture {
  /// @param log the chosen one
  /// @param conclusion of its verification, or null before
  /// @param anchors what a log of another system was compared with
  /// @return empty for a log that has no picture
  Optional<Node> of(LogChoice log, @Nullable Conclusion conclusion, List<Anchor> anchors);
}
