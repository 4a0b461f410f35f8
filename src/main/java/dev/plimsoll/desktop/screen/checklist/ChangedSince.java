package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.checklist.ChecklistDifference;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What changed in a checklist since it was last walked; what asks for less than before has a sign
/// of its own.
final class ChangedSince {
  private static final int SHOWN = 30;

  private ChangedSince() {}

  static Node of(ChecklistDifference difference) {
    var box = new VBox(Texts.text("Since your last walk: " + difference.summary(), Style.STRONG));
    box.getStyleClass().add(Style.LINES);
    box.setId("changed-since");
    difference.changes().stream()
        .limit(SHOWN)
        .forEach(change -> box.getChildren().add(line(change)));
    var more = difference.changes().size() - SHOWN;
    if (more > 0) {
      box.getChildren().add(Texts.secondary("and " + more + " more; plimsoll checklist diff"));
    }
    return box;
  }

  private static Node line(ChecklistDifference.Change change) {
    var row =
        new HBox(
            change.loosens()
                ? Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION)
                : Icons.of(Feather.EDIT_3, Tone.NEUTRAL),
            Texts.text(change.words()));
    row.getStyleClass().add(Style.ROW);
    return row;
  }
}
