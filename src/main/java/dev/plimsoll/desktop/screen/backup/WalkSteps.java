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

/// The steps of a walk to putting files back, and which of them is here.
final class WalkSteps extends FlowPane {
  private final List<String> words;

  WalkSteps(boolean isUndo) {
    words =
        isUndo
            ? List.of("What will change", "Confirm", "Undoing", "Done")
            : List.of("Point and files", "What will change", "Confirm", "Restoring", "Done");
    getStyleClass().add("walk-steps");
  }

  void show(RestoreViewModel.Step step) {
    // an undo has no step for choosing
    show(step.number() + words.size() - 5);
  }

  /// @param isDone whether it ended as it was meant to: a step that failed is no step behind
  void showWork(boolean isDone) {
    show(words.size() - (isDone ? 1 : 2));
  }

  private void show(int here) {
    var nodes = new ArrayList<Node>();
    for (var at = 0; at < words.size(); at++) {
      nodes.add(step(at, here));
    }
    getChildren().setAll(nodes);
    setAccessibleText("Step " + (here + 1) + " of " + words.size() + ": " + words.get(here));
  }

  private Node step(int at, int here) {
    var label = Texts.line((at + 1) + "  " + words.get(at));
    label.getStyleClass().add(at == here ? Style.STRONG : Style.SECONDARY);
    if (at >= here) {
      return label;
    }
    var row = new HBox(Icons.of(Feather.CHECK, Tone.GOOD), label);
    row.getStyleClass().add(Style.ROW);
    return row;
  }
}
