package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Asks why a sign-off is taken back. It stays in the log.
final class RescindDialog {
  private final ReleaseViewModel model;
  private final Dialogs dialogs;

  RescindDialog(ReleaseViewModel model, Dialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
  }

  void show(String principal) {
    var reason = new TextArea();
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    reason.setAccessibleText("Reason");
    var content =
        new VBox(
            Texts.text(
                "The sign-off of "
                    + principal
                    + " no longer counts; that it was given, and why it was taken back, stays in"
                    + " the log."),
            Texts.text("Reason", "field-name"),
            reason);
    content.getStyleClass().add(Style.LINES);
    dialogs.show(
        new Panel("Take a sign-off back", content)
            .focus(reason)
            .other(Action.always("Cancel", null, dialogs::close))
            .grave(
                new Action(
                    "Take it back",
                    null,
                    reason.textProperty().isNotEmpty(),
                    () -> model.rescind(principal, reason.getText().strip()))));
  }
}
