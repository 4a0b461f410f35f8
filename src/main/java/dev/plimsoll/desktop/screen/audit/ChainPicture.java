package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Draws a chain as time. Called on the window's thread.
public interface ChainPicture {
  /// @param log the chosen one
  /// @param anchors what a log of another program was compared with
  /// @param conclusion of its verification, or null before
  /// @return empty for a log that has no picture
  Optional<Node> of(LogChoice log, List<Anchor> anchors, @Nullable Conclusion conclusion);

  /// Ends the drawing that may be under way: nobody looks any more.
  void close();
}
