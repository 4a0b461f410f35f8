package dev.plimsoll.desktop.screen.settings;

import dev.plimsoll.core.Keys;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Fact;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Look, keys, and where everything lies. What is chosen holds at once.
public final class SettingsView implements Screen {
  private final SettingsViewModel model;
  private final KeyDialogs dialogs;
  private final About about;
  private final VBox trouble = new VBox();
  private final VBox keyRows = new VBox();
  private final Page page;
  private final Action create;
  private final boolean readOnly;

  /// @param readOnly for an auditor: how the window looks, and nothing else
  public SettingsView(SettingsViewModel model, KeyDialogs dialogs, About about, boolean readOnly) {
    this.model = model;
    this.dialogs = dialogs;
    this.about = about;
    this.create = Action.always("Create a key…", "C", dialogs::create);
    this.readOnly = readOnly;
    var body = new VBox(trouble, new LookCard(model));
    if (!readOnly) {
      body.getChildren().add(you());
    }
    body.getChildren().add(lies());
    body.getStyleClass().addAll(Style.PAGE_BODY, "narrow");
    var scroller = StripPane.scrolled(body);
    page = new Page(new PageHeader("Settings"), scroller);
    model.keys().addListener((Observable _) -> showKeys());
    model.proven().addListener((Observable _) -> showKeys());
    model.problem().addListener((Observable _) -> showProblem());
  }

  @Override
  public Parent root() {
    return page;
  }

  @Override
  public ObservableList<Crumb> crumbs() {
    return FXCollections.observableArrayList(Crumb.of("Settings"));
  }

  @Override
  public ObservableList<Action> actions() {
    return readOnly
        ? FXCollections.emptyObservableList()
        : FXCollections.observableArrayList(create);
  }

  @Override
  public void onShown() {
    showProblem();
    if (!readOnly) {
      showKeys();
      model.refresh();
    }
  }

  private Node you() {
    return Card.headed(
        "You and your keys",
        KeyHint.button(create),
        Texts.secondary(
            "People sign with OpenSSH keys. Choose yours: you are then the person to whom a"
                + " repository's .plimsoll/allowed_signers gives that key. Without one you are your"
                + " account on this computer, shown as not authenticated."),
        keyRows);
  }

  private Node lies() {
    return Card.titled(
        "Where everything lies",
        new Fact(
            readOnly ? "The history that is shown" : "History, evidence, keys",
            about.place().toString(),
            Style.MONO),
        new Fact("Keys made here", model.keyFolder(), Style.MONO),
        new Fact("Version", about.tool()));
  }

  private void showKeys() {
    if (model.keys().isEmpty()) {
      keyRows
          .getChildren()
          .setAll(Texts.text("No key was found: not in ssh-agent, not in ~/.ssh, none made here."));
      return;
    }
    keyRows.getChildren().setAll(new Rows(model.keys().stream().map(this::key).toList()));
  }

  private Node key(Keys.Choice key) {
    var place = key.isInAgent() ? "in ssh-agent" : String.valueOf(key.file());
    var words =
        new VBox(
            Texts.text(key.label(), Style.STRONG),
            Texts.line(key.fingerprint(), Style.MONO, Style.SECONDARY),
            Texts.line(place + (key.encrypted() ? " · with passphrase" : ""), Style.SMALL));
    var obstacle = key.obstacle();
    if (obstacle != null) {
      words.getChildren().add(Texts.text(obstacle, Tone.CAUTION.styleClass()));
    }
    words.getStyleClass().add("tight");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(words);
    row.getStyleClass().add(Style.ROW);
    if (obstacle == null) {
      row.getChildren().addAll(buttons(key));
    }
    return row;
  }

  private java.util.List<Node> buttons(Keys.Choice key) {
    var line = new Button("Trust line…");
    line.setMinWidth(Button.USE_PREF_SIZE);
    line.setAccessibleText("Line for allowed_signers of " + key.label());
    line.setOnAction(_ -> dialogs.trustLine(key));
    line.setDisable(key.isInAgent());
    if (key.fingerprint().equals(model.proven().get())) {
      var none = new Button("Stop using it");
      none.setMinWidth(Button.USE_PREF_SIZE);
      none.setOnAction(_ -> model.useNone());
      return java.util.List.of(new Chip("yours, proven", Tone.GOOD), line, none);
    }
    var use = new Button("Use this key");
    use.setMinWidth(Button.USE_PREF_SIZE);
    use.setAccessibleText("Use the key " + key.label());
    use.setOnAction(_ -> dialogs.use(key));
    return java.util.List.of(line, use);
  }

  private void showProblem() {
    var problem = model.problem().get();
    trouble.getChildren().clear();
    trouble.setManaged(problem != null);
    if (problem != null) {
      trouble.getChildren().add(new ErrorPanel(problem));
    }
  }
}
