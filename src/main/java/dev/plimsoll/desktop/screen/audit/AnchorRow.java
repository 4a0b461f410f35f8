package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the log is compared with, and where that comes from; or that there is nothing, and what
/// that means.
final class AnchorRow extends VBox {
  private final AuditViewModel model;
  private final GroundRow row;

  AnchorRow(AuditViewModel model, Action compare) {
    this.model = model;
    this.row = new GroundRow("Anchor", KeyHint.button(compare));
    getChildren().add(row);
    setId("anchor-row");
    model.openedProperty().addListener((_, _, _) -> show());
    model.anchorsProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    var opened = model.openedProperty().get();
    var anchors = model.anchorsProperty().get();
    row.below(List.of());
    row.offers(opened != null && !(opened.log() instanceof LogChoice.Own));
    if (opened == null) {
      row.say(Feather.LOADER, Tone.NEUTRAL, "");
    } else if (!anchors.isEmpty()) {
      var found = anchors.equals(opened.anchors());
      row.say(
          found ? Feather.CHECK : Feather.USER_CHECK,
          found ? Tone.GOOD : Tone.INFO,
          found ? opened.compared() : "Given by you, to compare with.");
      row.below(
          anchors.stream()
              .map(anchor ->
                  Texts.text(
                      Texts.count(anchor.entries(), "entry", "entries")
                          + ", head "
                          + anchor.head()
                          + (found ? ", from " + anchor.source() : ""),
                      Style.SMALL))
              .toList());
    } else if (!opened.compared().isEmpty() && opened.log() instanceof LogChoice.Own) {
      row.say(Feather.CHECK, Tone.GOOD, opened.compared());
    } else {
      row.say(
          Feather.MINUS,
          Tone.NEUTRAL,
          "A whole chain can still be an older copy, or one that was written anew from its first"
              + " entry: only a head that somebody noted earlier tells.",
          new Chip("nothing to compare with", Tone.NEUTRAL));
    }
  }
}
