package dev.plimsoll.desktop.screen.checklist;

import java.util.Objects;
import javafx.scene.Parent;

/// The page's own style sheet, for the page and for what it shows in panels over it.
final class Sheet {
  private Sheet() {}

  static <P extends Parent> P on(P node) {
    node.getStylesheets()
        .add(
            Objects.requireNonNull(Sheet.class.getResource("/css/checklist.css")).toExternalForm());
    return node;
  }
}
