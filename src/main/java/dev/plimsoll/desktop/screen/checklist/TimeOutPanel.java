package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The time-out: version, commit, tag and way back in large type, and the version has to be typed.
/// The way out has the focus, and nothing here is the default button.
final class TimeOutPanel {
  /// Goes on.
  @FunctionalInterface
  interface Go {
    /// @param key the key file to sign the tag with, or null for git's own configuration
    void on(@Nullable Path key);
  }

  private final TimeOut timeOut;
  private final SimpleStringProperty typed = new SimpleStringProperty("");
  private final SimpleObjectProperty<@Nullable Path> key = new SimpleObjectProperty<>();

  TimeOutPanel(TimeOut timeOut) {
    this.timeOut = timeOut;
  }

  /// @param keys key files that a tag could be signed with; empty where the step signs nothing
  Panel panel(String title, List<Path> keys, Runnable cancel, Go go) {
    var content = Sheet.on(new VBox());
    content.getStyleClass().add("time-out");
    timeOut.cautions().forEach(caution -> content.getChildren().add(caution(caution)));
    content.getChildren().add(figures());
    content.getChildren().add(does());
    if (!keys.isEmpty()) {
      content.getChildren().add(signWith(keys));
    }
    var field = new TextField();
    field.setId("time-out-version");
    field.setPromptText(timeOut.version());
    field.textProperty().bindBidirectional(typed);
    field.setPrefColumnCount(14);
    field.setAccessibleText("Type the version to go on");
    field.getStyleClass().add(Style.LARGE);
    var ask = Texts.text("Type the version to go on. It cannot be undone.", Style.STRONG);
    ask.setLabelFor(field);
    content.getChildren().addAll(ask, field);
    return new Panel("Time-out: " + title, content)
        .wide()
        .focus(field)
        .other(Action.always("Not now", null, cancel))
        .grave(
            new Action(
                "Go on: " + title,
                null,
                Bindings.createBooleanBinding(() -> timeOut.isConfirmedBy(typed.get()), typed),
                () -> go.on(key.get())));
  }

  private TilePane figures() {
    var figures =
        new TilePane(
            figure("Version", timeOut.version(), "large"),
            figure("Commit", Texts.shortCommit(timeOut.commit()), "large-mono"),
            figure("Tag", timeOut.tag(), "large"),
            figure("Way back", timeOut.wayBack(), Style.STRONG));
    figures.getStyleClass().add("figures");
    figures.setPrefColumns(2);
    return figures;
  }

  private static VBox figure(String name, String value, String styleClass) {
    var figure = new VBox(Texts.line(name, "field-name"), Texts.text(value, styleClass));
    figure.getStyleClass().add("figure");
    return figure;
  }

  private VBox does() {
    var lines = new VBox(Texts.line("What it does", "field-name"));
    timeOut.does().forEach(line -> lines.getChildren().add(Texts.text(line)));
    lines.getStyleClass().add(Style.LINES);
    return lines;
  }

  private Node signWith(List<Path> keys) {
    var choice = new ComboBox<@Nullable Path>();
    choice.setId("time-out-key");
    choice.getItems().add(null);
    choice.getItems().addAll(keys);
    choice.valueProperty().bindBidirectional(key);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Path file) {
            return file == null ? "git's own configuration" : file.toString();
          }

          @Override
          public @Nullable Path fromString(String text) {
            return null;
          }
        });
    choice.setAccessibleText("Key that the tag is signed with");
    var name = Texts.text("Sign the tag with", "field-name");
    name.setLabelFor(choice);
    var box = new VBox(name, choice);
    box.getStyleClass().add(Style.LINES);
    return box;
  }

  private static HBox caution(String sentence) {
    var text = Texts.text(sentence);
    HBox.setHgrow(text, Priority.ALWAYS);
    var box = new HBox(Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION), text);
    box.getStyleClass().addAll("notice", "caution");
    return box;
  }
}
