package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import dev.plimsoll.desktop.kit.WindowWords;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks what the log is to be compared with: a number of entries and a head that somebody noted.
final class AnchorPanel {
  /// Stands there in words: the prompt of a field that has the keyboard is not seen.
  private static final String FORM = "Number of entries, a colon, the head: 120:9f86d081884c7d65…";

  private final AuditViewModel model;
  private final Surroundings around;

  AnchorPanel(AuditViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
  }

  void show() {
    var field = new TextField();
    field.setId("anchor");
    field.setAccessibleText("Entries and head, as ENTRIES:HEX");
    var now = model.anchorsProperty().get();
    if (now.size() == 1) {
      field.setText(now.getFirst().toString());
    }
    var wrong = Texts.text("", Style.SMALL, Tone.BAD.styleClass());
    wrong.setVisible(false);
    wrong.setManaged(false);
    var content =
        new VBox(
            Texts.text(
                "A log that went on since then still has the same entry at that place. A shorter"
                    + " one was rolled back, another head there was written anew."),
            Texts.secondary(FORM),
            field,
            wrong,
            Texts.secondary(
                "Write ENTRIES:HEX, such as 120:9f86d081884c7d65…, from a release record, an"
                    + " earlier verification, or whoever noted it; not from the log itself."));
    content.getStyleClass().add(Style.LINES);
    var filled = new SimpleBooleanProperty(!field.getText().isBlank());
    field
        .textProperty()
        .addListener((_, _, text) -> {
          filled.set(!text.isBlank());
          wrong.setVisible(false);
          wrong.setManaged(false);
        });
    var panel =
        new Panel("Compare with an anchor", content)
            .primary(new Action("Compare", null, filled, () -> take(field, wrong)))
            .focus(field);
    var opened = model.openedProperty().get();
    var found = opened == null ? List.<Anchor>of() : opened.anchors();
    if (!found.isEmpty() && !found.equals(now)) {
      panel.other(Action.always("Use the one found", null, () -> use(found)));
    }
    if (!now.isEmpty()) {
      panel.other(Action.always("Compare with nothing", null, () -> use(List.of())));
    }
    around.dialogs().show(panel);
  }

  private void take(TextField field, Label wrong) {
    try {
      use(List.of(Anchor.parse(field.getText(), "the anchor given")));
    } catch (Problem notRead) {
      wrong.setText(notRead.where() + " " + WindowWords.next(notRead));
      wrong.setVisible(true);
      wrong.setManaged(true);
      field.requestFocus();
    }
  }

  private void use(List<Anchor> anchors) {
    around.dialogs().close();
    model.compareWith(anchors);
  }
}
