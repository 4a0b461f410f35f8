package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Problem;

/// Panels that lie over the page, inside the window. One at a time: showing another replaces the
/// one before. While a panel is shown the page behind it takes no keys.
public interface Dialogs {
  void show(Panel panel);

  /// Takes the panel away; nothing happens where there is none.
  void close();

  boolean isShowing();

  /// A short line that goes away by itself: `Copied`, `Bundle written`.
  void tell(String line);

  /// A problem, as a panel with what, where and next.
  default void tell(Problem problem) {
    show(
        new Panel(problem.what(), new ErrorPanel(problem))
            .primary(Action.always("Close", null, this::close)));
  }
}
