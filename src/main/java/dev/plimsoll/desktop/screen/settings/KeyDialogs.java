package dev.plimsoll.desktop.screen.settings;

import dev.plimsoll.core.Keys;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// Proving a key, making one, and the line that gives it to a person.
public final class KeyDialogs {
  private final SettingsViewModel model;
  private final Dialogs dialogs;

  public KeyDialogs(SettingsViewModel model, Dialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
  }

  void use(Keys.Choice key) {
    if (!key.encrypted()) {
      model.use(key, new char[0], () -> dialogs.tell("Key proven."));
      return;
    }
    var passphrase = new PasswordField();
    passphrase.setId("key-passphrase");
    var content =
        column(
            Texts.text(
                "The key signs once now, to show that it is yours. The passphrase is not kept: you"
                    + " are asked again whenever you sign something."),
            field("Passphrase of " + key.label(), passphrase),
            trouble());
    dialogs.show(
        new Panel("Prove your key", content)
            .focus(passphrase)
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(
                new Action(
                    "Prove it",
                    null,
                    passphrase.textProperty().isNotEmpty().and(model.working().not()),
                    () ->
                        model.use(
                            key,
                            passphrase.getText().toCharArray(),
                            () -> {
                              dialogs.close();
                              dialogs.tell("Key proven.");
                            }))));
  }

  void create() {
    var principal = new TextField();
    principal.setId("key-principal");
    principal.setPromptText("name@example.org");
    var name = new TextField("release-key");
    name.setId("key-name");
    var first = new PasswordField();
    first.setId("key-first");
    var second = new PasswordField();
    second.setId("key-second");
    var differ = Texts.text("The two passphrases differ.", "tone-caution");
    differ
        .visibleProperty()
        .bind(
            second
                .textProperty()
                .isNotEmpty()
                .and(first.textProperty().isNotEqualTo(second.textProperty())));
    var possible =
        Bindings.createBooleanBinding(
            () ->
                !principal.getText().isBlank()
                    && !name.getText().isBlank()
                    && !first.getText().isEmpty()
                    && first.getText().equals(second.getText())
                    && !model.working().get(),
            principal.textProperty(),
            name.textProperty(),
            first.textProperty(),
            second.textProperty(),
            model.working());
    var content =
        column(
            Texts.text(
                "An OpenSSH Ed25519 key, encrypted with a passphrase of yours, in "
                    + model.keyFolder()
                    + "."),
            field("Who you are in trust files", principal),
            field("File name", name),
            field("Passphrase", first),
            field("Passphrase again", second),
            differ,
            trouble());
    dialogs.show(
        new Panel("Create a key", content)
            .focus(principal)
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(
                new Action(
                    "Create the key",
                    null,
                    possible,
                    () ->
                        model.create(
                            name.getText().strip(),
                            principal.getText().strip(),
                            first.getText().toCharArray(),
                            this::showLine))));
  }

  void trustLine(Keys.Choice key) {
    var principal = new TextField();
    principal.setId("line-principal");
    principal.setPromptText("name@example.org");
    var content = column(field("Who the key belongs to", principal), trouble());
    dialogs.show(
        new Panel("Line for a trust file", content)
            .focus(principal)
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(
                new Action(
                    "Show the line",
                    null,
                    principal.textProperty().isNotEmpty(),
                    () ->
                        model.trustLine(
                            key,
                            principal.getText().strip(),
                            line -> line.ifPresent(this::showLine)))));
  }

  private void showLine(String line) {
    var content =
        column(
            Texts.text(
                "Put this line into .plimsoll/allowed_signers of each repository you release, and"
                    + " commit it. A change there asks everybody to trust the checklists again."),
            new CopyField("Line for allowed_signers", line));
    dialogs.show(
        new Panel("Line for a trust file", content)
            .wide()
            .primary(Action.always("Done", null, dialogs::close)));
  }

  private Node trouble() {
    var box = new VBox();
    model
        .problem()
        .addListener((Observable _) -> {
          var problem = model.problem().get();
          box.getChildren().clear();
          if (problem != null) {
            box.getChildren().add(new ErrorPanel(problem));
          }
        });
    return box;
  }

  private static VBox column(Node... nodes) {
    var column = new VBox(nodes);
    column.getStyleClass().add(Style.STACK);
    return column;
  }

  private static Node field(String name, TextInputControl control) {
    var label = Texts.text(name, "field-name");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    var box = new VBox(label, control);
    box.getStyleClass().add("tight");
    return box;
  }
}
