package dev.plimsoll.desktop.screen.audit;

import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Draws a chain as time. Called on the window's thread.
@FunctionalInterface
public interface ChainPicture {
  /// @param log the chosen one
  /// @param conclusion of its verification, or null before
  /// @return empty for a log that has no picture
  Optional<Node> of(LogChoice log, @Nullable Conclusion conclusion);
}
