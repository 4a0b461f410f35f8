package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Two texts in a fixed-width font beside each other, the part that differs marked by colour,
/// weight and underline; each can be copied as it is.
final class SideBySide extends GridPane {
  SideBySide() {
    getStyleClass().add("expected-observed");
    for (var i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
  }

  /// @param found what stands there; empty where nothing does
  /// @param expected what should; empty where that cannot be said
  void show(String found, String expected) {
    show(new Named("Found", found), new Named("Expected", expected));
  }

  /// @param name `Found`
  record Named(String name, String text) {}

  void show(Named here, Named there) {
    getChildren().clear();
    var both = !here.text().isEmpty() && !there.text().isEmpty();
    var left = side(here, both ? Differing.of(here.text(), there.text()) : plain(here), Tone.BAD);
    var right =
        side(there, both ? Differing.of(there.text(), here.text()) : plain(there), Tone.NEUTRAL);
    right.getStyleClass().add("second");
    add(left, 0, 0);
    add(right, 1, 0);
  }

  private static Differing plain(Named one) {
    return new Differing(one.text(), "", "");
  }

  private static VBox side(Named one, Differing parts, Tone tone) {
    var text = one.text();
    var copy = new Button("Copy");
    copy.setAccessibleText("Copy: " + one.name());
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText("Copied");
    });
    copy.setDisable(text.isEmpty());
    copy.setMinWidth(USE_PREF_SIZE);
    var name = Texts.text(one.name(), "field-name");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var bar = new HBox(name, copy);
    bar.getStyleClass().addAll(Style.ROW, "output-bar");
    var side = new VBox(bar, text.isEmpty() ? Texts.secondary("nothing there") : flow(parts, tone));
    side.getStyleClass().addAll("side", Style.LINES);
    return side;
  }

  /// A text with its differing part marked.
  static Node flow(Differing parts, Tone tone) {
    var shown = parts.shown();
    var flow = new TextFlow(part(shown.before(), "alike"), part(shown.differs(), "differs"));
    flow.getChildren().add(part(shown.after(), "alike"));
    flow.getStyleClass().addAll("compared", "mono-flow", tone.styleClass());
    flow.setAccessibleText(parts.before() + parts.differs() + parts.after());
    return flow;
  }

  private static Text part(String words, String styleClass) {
    var text = new Text(words);
    text.getStyleClass().addAll(Style.MONO, styleClass);
    return text;
  }
}
