package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.HoldButton;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import javafx.scene.layout.VBox;

/// Asks before the last restore is taken back. The way out has the focus.
final class UndoPanel {
  private final BackupViewModel model;
  private final Surroundings around;

  UndoPanel(BackupViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
  }

  void show() {
    var look = model.lookProperty().get();
    if (look == null || look.past().undo() == null) {
      return;
    }
    var undo = look.past().undo();
    var hold =
        new HoldButton(
            Action.always(
                "Put back what was there before",
                null,
                () -> {
                  around.dialogs().close();
                  model.perform(new Act.Undo(undo.point()));
                }));
    hold.setId("undo-hold");
    var content =
        new VBox(
            Texts.text(
                "The files go back to what they were before "
                    + undo.point()
                    + " was restored, "
                    + model.times().age(undo.restoredOn())
                    + "."),
            Texts.secondary(
                "What was written to them since then is lost. Hold the button down for a second and"
                    + " a half, with the mouse, Space or Enter."),
            hold);
    content.getStyleClass().add(Style.STACK);
    around
        .dialogs()
        .show(
            new Panel("Undo the restore", content)
                .other(Action.always("Leave it restored", null, around.dialogs()::close))
                .focus(content));
  }
}
