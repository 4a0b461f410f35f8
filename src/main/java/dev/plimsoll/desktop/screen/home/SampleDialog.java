package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.nio.file.Path;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks where the sample shall lie.
final class SampleDialog {
  private final HomeViewModel model;
  private final Surroundings window;

  SampleDialog(HomeViewModel model, Surroundings window) {
    this.model = model;
    this.window = window;
  }

  void show() {
    var folder = new TextField(model.sampleFolder().toString());
    folder.setId("sample-folder");
    folder.setAccessibleText("Folder of the sample");
    HBox.setHgrow(folder, Priority.ALWAYS);
    var choose = new Button("Choose…");
    choose.setMinWidth(Button.USE_PREF_SIZE);
    choose.setOnAction(_ ->
        window
            .files()
            .folder("Where shall the sample lie?", null)
            .ifPresent(parent -> folder.setText(parent.resolve("plimsoll-sample").toString())));
    var row = new HBox(folder, choose);
    row.getStyleClass().add(Style.ROW);
    var name = Texts.text("Folder, made new", "field-name");
    name.setLabelFor(folder);
    var trouble = new VBox();
    model
        .problem()
        .addListener((Observable _) -> {
          var problem = model.problem().get();
          trouble.getChildren().clear();
          if (problem != null) {
            trouble.getChildren().add(new ErrorPanel(problem));
          }
        });
    var content =
        new VBox(
            Texts.text(
                "A small real git repository with a checklist, a test command and a changelog,"
                    + " ready to walk. It is yours: change it, break it, delete it. A key is made"
                    + " for it, so that you can sign; that key counts nowhere else."),
            new VBox(name, row),
            trouble);
    content.getStyleClass().add(Style.STACK);
    var possible =
        Bindings.createBooleanBinding(
            () -> !model.working().get() && !folder.getText().isBlank(),
            model.working(),
            folder.textProperty());
    window
        .dialogs()
        .show(
            new Panel("Try it on a sample", content)
                .other(Action.always("Cancel", null, window.dialogs()::close))
                .primary(
                    new Action(
                        "Create the sample",
                        null,
                        possible,
                        () ->
                            model.createSample(
                                Path.of(folder.getText().strip()).toAbsolutePath()))));
  }
}
