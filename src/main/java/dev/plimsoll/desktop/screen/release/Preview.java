package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything that the release's checklists will run, ask or change, before any of it happens.
final class Preview {
  private Preview() {}

  static Panel panel(ReleaseSnapshot now, Runnable close) {
    var content =
        new VBox(
            Texts.secondary("In the order of the plan. Nothing here runs by being looked at."));
    content.getStyleClass().add(Style.STACK);
    for (var card : now.view().plan()) {
      if (card.applies()) {
        var block = new VBox(Texts.text(card.checklist().title(), Style.CARD_TITLE));
        block.getStyleClass().add(Style.LINES);
        card.checklist().steps().forEach(step -> block.getChildren().add(row(step)));
        content.getChildren().add(block);
      }
    }
    return new Panel("What will run", content).wide().primary(Action.always("Close", null, close));
  }

  private static HBox row(Step step) {
    var words = new VBox(Texts.text(step.title()));
    step.verb()
        .describe()
        .forEach(line -> words.getChildren().add(Texts.text(line, Style.MONO, Style.SECONDARY)));
    words.getStyleClass().add("tight");
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(words, kind(step));
    row.getStyleClass().addAll(Style.ROW, "top");
    return row;
  }

  private static Chip kind(Step step) {
    if (step.rules().irreversible()) {
      return new Chip("cannot be undone", Tone.BAD);
    }
    return switch (step.verb().kind()) {
      case VerbKind.CHECK -> new Chip("reads", Tone.NEUTRAL);
      case VerbKind.QUESTION -> new Chip("asks a person", Tone.INFO);
      case VerbKind.ACTION -> new Chip("changes the world", Tone.CAUTION);
    };
  }
}
