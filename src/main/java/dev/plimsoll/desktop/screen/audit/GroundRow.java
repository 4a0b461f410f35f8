package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One thing that a verdict rests on: a mark, its name, a sentence, what stands below it, and what
/// can be done about it.
final class GroundRow extends VBox {
  private final StackPane mark = new StackPane();
  private final Label name;
  private final FlowPane title;
  private final Label sentence = Texts.text("", Style.SECONDARY);
  private final VBox more = new VBox();
  private final FlowPane ways;

  /// @param buttons what can be done; stand below
  GroundRow(String name, Node... buttons) {
    this.name = Texts.line(name, Style.STRONG);
    getStyleClass().add("verdict");
    title = new FlowPane(this.name);
    title.getStyleClass().add("title-row");
    more.getStyleClass().add(Style.LINES);
    ways = new FlowPane(buttons);
    ways.getStyleClass().addAll("buttons", "ground-ways");
    offers(buttons.length > 0);
    var words = new VBox(title, sentence, more, ways);
    words.getStyleClass().add("verdict-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var row = new HBox(mark, words);
    row.getStyleClass().add("verdict-row");
    getChildren().add(row);
  }

  /// @param words beside the name: chips
  void say(Feather icon, Tone tone, String text, Node... words) {
    var hollow = icon == Feather.CIRCLE;
    mark.getChildren().setAll(hollow ? List.of() : List.of(Icons.of(icon)));
    mark.getStyleClass()
        .setAll(Style.DOT, "sensed", hollow ? "hollow" : "filled", tone.styleClass());
    title.getChildren().setAll(name);
    title.getChildren().addAll(words);
    sentence.setText(text);
    sentence.setVisible(!text.isEmpty());
    sentence.setManaged(!text.isEmpty());
    setAccessibleText(name.getText() + ". " + text);
  }

  /// Whether the buttons stand there.
  void offers(boolean shown) {
    ways.setVisible(shown);
    ways.setManaged(shown);
  }

  void below(List<? extends Node> nodes) {
    more.getChildren().setAll(nodes);
    more.setVisible(!nodes.isEmpty());
    more.setManaged(!nodes.isEmpty());
  }
}
