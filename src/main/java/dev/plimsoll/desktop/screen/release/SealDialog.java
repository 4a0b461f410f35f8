package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.CardGrid;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.SigningPanel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The time-out itself: what is about to be sealed in large type, who signs with which key, where
/// the bundle goes, and the version typed by hand before the button works.
final class SealDialog {
  private final ReleaseViewModel model;
  private final Surroundings window;

  SealDialog(ReleaseViewModel model, Surroundings window) {
    this.model = model;
    this.window = window;
  }

  void show(ReleaseSnapshot now) {
    var version = now.view().state().candidate().version();
    var form = model.sealForm(now.project());
    var folder = new TextField(defaultFolder().toString());
    folder.setId("bundle-folder");
    folder.setAccessibleText("Folder for the bundle");
    var typed = new TextField();
    typed.setId("typed-version");
    typed.setPromptText(version);
    typed.setAccessibleText("Type the version to confirm");
    var content =
        new VBox(
            new CardGrid(11, TimeOut.facts(now)),
            Texts.text(
                "Sealing writes the release record, signs it, and closes the release: nothing can"
                    + " be added afterwards, corrections are signed addenda."
                    + exceptions(now)),
            new SigningPanel(form).node(),
            field("Bundle goes to", folder, choose(folder)),
            field("Type " + version + " to confirm", typed));
    content.getStyleClass().add(Style.STACK);
    var ready = form.ready();
    var possible =
        Bindings.createBooleanBinding(
            () ->
                ready.get()
                    && typed.getText().strip().equals(version)
                    && !folder.getText().isBlank(),
            ready,
            typed.textProperty(),
            folder.textProperty());
    window
        .dialogs()
        .show(
            new Panel("Time-out: seal " + version, content)
                .wide()
                .other(Action.always("Not now", null, window.dialogs()::close))
                .grave(
                    new Action(
                        "Seal " + version,
                        null,
                        possible,
                        () ->
                            model.seal(form, Path.of(folder.getText().strip()).toAbsolutePath()))));
    form.load(null);
  }

  private static String exceptions(ReleaseSnapshot now) {
    var count = now.exceptions().size();
    return count == 0 ? "" : " The record lists " + Texts.count(count, "exception") + " first.";
  }

  private static Path defaultFolder() {
    return Path.of(System.getProperty("user.home")).resolve("plimsoll-records");
  }

  private Button choose(TextField folder) {
    var choose = new Button("Choose…");
    choose.setMinWidth(Button.USE_PREF_SIZE);
    choose.setOnAction(_ ->
        window
            .files()
            .folder("Where shall the bundle go?", null)
            .ifPresent(chosen -> folder.setText(chosen.toString())));
    return choose;
  }

  private static VBox field(String name, TextField field, Button... beside) {
    var label = Texts.text(name, "field-name");
    label.setLabelFor(field);
    HBox.setHgrow(field, Priority.ALWAYS);
    var row = new HBox(field);
    row.getChildren().addAll(beside);
    row.getStyleClass().add(Style.ROW);
    var box = new VBox(label, row);
    box.getStyleClass().add("tight");
    return box;
  }
}
