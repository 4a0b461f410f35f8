package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The steps of the walk to a restore, and which of them is here.
final class WalkSteps extends FlowPane {
  private static final List<String> WORDS =
      List.of("Point and files", "What will change", "Confirm", "Restoring", "Done");

  WalkSteps() {
    getStyleClass().add("walk-steps");
  }

  void show(int here) {
    var nodes = new ArrayList<Node>();
    for (var at = 0; at < WORDS.size(); at++) {
      nodes.add(step(at, here));
    }
    getChildren().setAll(nodes);
    setAccessibleText("Step " + (here + 1) + " of " + WORDS.size() + ": " + WORDS.get(here));
  }

  private static Node step(int at, int here) {
    var words = Texts.line((at + 1) + "  " + WORDS.get(at));
    words.getStyleClass().add(at == here ? Style.STRONG : Style.SECONDARY);
    if (at >= here) {
      return words;
    }
    var row = new HBox(Icons.of(Feather.CHECK, Tone.GOOD), words);
    row.getStyleClass().add(Style.ROW);
    return row;
  }
}
