package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks a person to sign: what exactly is signed, with which key, as whom. The statement stands in
/// full.
public final class SigningPanel {
  private final SigningForm<?> form;
  private final VBox content = new VBox();
  private final ComboBox<Keyring.Key> keys = new ComboBox<>();
  private final PasswordField passphrase = new PasswordField();
  private final VBox who = new VBox();
  private final VBox trouble = new VBox();

  public SigningPanel(SigningForm<?> form) {
    this.form = form;
    content.getStyleClass().add(Style.STACK);
    content.getChildren().addAll(fields(), who, trouble);
    who.getStyleClass().add(Style.LINES);
    form.problem().addListener((_, _, _) -> showTrouble());
    form.principal().addListener((_, _, _) -> showWho());
    form.key().addListener((_, _, _) -> showWho());
    form.keys().addListener((javafx.beans.Observable _) -> showWho());
    showWho();
  }

  /// What is signed.
  ///
  /// @param statement the sentence
  /// @param covers what it covers, one line each, as it stands now
  /// @param act the button's words: `Sign as approver`
  public record Subject(String title, String statement, List<String> covers, String act) {
    public Subject {
      covers = List.copyOf(covers);
    }
  }

  /// Key, passphrase, who signs, what went wrong: to be put into a panel of one's own.
  public Node node() {
    return content;
  }

  /// A panel that shows the statement in full above the fields.
  public Panel panel(Subject subject, Runnable cancel, Runnable sign) {
    var all = new VBox(statement(subject.statement(), subject.covers()), content);
    all.getStyleClass().add(Style.STACK);
    return new Panel(subject.title(), all)
        .wide()
        .focus(keys)
        .other(Action.always("Cancel", null, cancel))
        .grave(new Action(subject.act(), null, form.ready(), sign));
  }

  private static Node statement(String statement, List<String> covers) {
    var said = Texts.text("\u201c" + statement + "\u201d", Style.HEADING);
    said.setId("statement");
    var box = new VBox(said);
    box.getStyleClass().add(Style.LINES);
    if (!covers.isEmpty()) {
      box.getChildren().add(Texts.secondary("This covers, as it stands now:"));
      var list = new VBox();
      covers.forEach(line -> list.getChildren().add(Texts.text(line)));
      list.getStyleClass().add(Style.LINES);
      var scroller = StripPane.scrolled(list);
      scroller.getStyleClass().add("covers");
      box.getChildren().add(scroller);
    }
    return box;
  }

  private Node fields() {
    keys.setItems(form.keys());
    keys.valueProperty().bindBidirectional(form.key());
    keys.setCellFactory(_ -> new KeyCell());
    keys.setButtonCell(new KeyCell());
    keys.setMaxWidth(Double.MAX_VALUE);
    keys.setId("signing-key");
    keys.setAccessibleText("Key to sign with");
    passphrase.setId("signing-passphrase");
    passphrase.setPromptText("Passphrase of the key");
    passphrase.setAccessibleText("Passphrase of the key");
    passphrase.textProperty().bindBidirectional(form.passphrase());
    var keyName = Texts.text("Key", "field-name");
    keyName.setLabelFor(keys);
    var box = new VBox(keyName, keys, passphrase);
    box.getStyleClass().add(Style.LINES);
    form.key().addListener((_, _, now) -> askPassphrase(now));
    askPassphrase(form.key().get());
    return box;
  }

  private void askPassphrase(Keyring.@Nullable Key key) {
    var asked = key != null && key.encrypted();
    passphrase.setVisible(asked);
    passphrase.setManaged(asked);
  }

  private void showWho() {
    who.getChildren().clear();
    var key = form.key().get();
    var principal = form.principal().get();
    if (key == null) {
      who.getChildren()
          .add(Texts.secondary("No key was found on this machine. Make one under Settings."));
    } else if (key.obstacle() != null) {
      who.getChildren().add(Texts.secondary(key.obstacle()));
    } else if (principal != null) {
      who.getChildren()
          .add(
              Texts.text(
                  "You sign as " + principal + ", in the role " + form.role() + ".", Style.STRONG));
    } else {
      who.getChildren()
          .add(
              Texts.secondary(
                  "This key is nobody's in .plimsoll/allowed_signers. Add its line there (Settings"
                      + " shows it), commit, and trust the checklists again; or choose another"
                      + " key."));
    }
  }

  private void showTrouble() {
    var problem = form.problem().get();
    trouble.getChildren().clear();
    if (problem != null) {
      trouble.getChildren().add(new ErrorPanel(problem));
    }
  }

  private static final class KeyCell extends ListCell<Keyring.Key> {
    @Override
    protected void updateItem(Keyring.Key key, boolean empty) {
      super.updateItem(key, empty);
      setText(empty || key == null ? null : key.words());
    }
  }
}
