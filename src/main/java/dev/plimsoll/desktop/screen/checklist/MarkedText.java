package dev.plimsoll.desktop.screen.checklist;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line that wraps, with the part underlined that differs from another line.
final class MarkedText extends TextFlow {
  /// @param tone style class of the part that differs
  MarkedText(ValueDifference.Marked marked, String tone) {
    getStyleClass().addAll("compared", tone);
    setAccessibleText(marked.text());
    add(marked.before(), "alike");
    add(marked.differs(), "differs");
    add(marked.after(), "alike");
  }

  private void add(String words, String style) {
    if (!words.isEmpty()) {
      var text = new Text(words);
      text.getStyleClass().add(style);
      getChildren().add(text);
    }
  }
}
