package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.act.Absence;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A row of the list of sets: its name, and in colour, icon and word what may be said of its newest
/// restore point.
final class SetCell extends ListCell<SetLine> {
  private static final double SCROLL_BAR = 10;
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

  private final Times times;
  private final Label head = Texts.text("", Style.STRONG, "section-title");
  private final Label nothing = Texts.text("", Style.SMALL);
  private final Label title = Texts.line("", "step-title");
  private final Label word = Texts.line("");
  private final Label age = Texts.line("", "step-observed");
  private final StackPane mark = new StackPane();
  private final VBox headBox = new VBox(head);
  private final VBox nothingBox = new VBox(nothing);
  // kept, and only told anew: a graphic that is replaced flickers
  private final HBox row;

  SetCell(Times times) {
    this.times = times;
    getStyleClass().add("step-cell");
    setPrefWidth(0);
    word.setMinWidth(USE_PREF_SIZE);
    age.setMinWidth(0);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setMinWidth(0);
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var below = new HBox(word, age);
    below.getStyleClass().add("step-below");
    var words = new VBox(title, below);
    words.getStyleClass().add("step-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(mark, words);
    row.getStyleClass().add("step-line");
  }

  @Override
  protected void updateItem(@Nullable SetLine item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(HEAD, item instanceof SetLine.Head || item instanceof SetLine.Nothing);
    getStyleClass().remove(Tone.BAD.styleClass());
    switch (item) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case SetLine.Head of -> {
        head.setText(of.title());
        setGraphic(headBox);
        setAccessibleText(of.title());
      }
      case SetLine.Nothing of -> {
        nothing.setText(of.words());
        setGraphic(nothingBox);
        setAccessibleText(of.words());
      }
      case SetLine.Line line -> {
        var look = look(line);
        if (look != null && look.tone() == Tone.BAD) {
          getStyleClass().add(Tone.BAD.styleClass());
        }
        tell(line, look);
        setGraphic(row);
        setAccessibleText(
            line.set().name() + (look == null ? "" : ", " + look.word()) + ", " + below(line));
      }
    }
  }

  private void tell(SetLine.Line line, @Nullable StandingLook look) {
    title.setText(line.set().name());
    age.setText(below(line));
    word.setVisible(look != null);
    word.setManaged(look != null);
    if (look == null) {
      mark.getStyleClass().setAll(Style.DOT, "plain");
      mark.getChildren().setAll(Icons.of(Feather.ARCHIVE));
      return;
    }
    word.setText(look.word());
    word.getStyleClass().setAll("label", "step-word", look.tone().styleClass());
    mark.getStyleClass().setAll(Style.DOT, "sensed", "filled", look.tone().styleClass());
    mark.getChildren().setAll(Icons.of(look.icon()));
  }

  /// A labeled control asks its graphic for the height of a single line.
  @Override
  protected double computePrefHeight(double width) {
    var list = getListView();
    if (!(getGraphic() instanceof Region content) || list == null) {
      return super.computePrefHeight(width);
    }
    var room = list.getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
    return Math.ceil(
        content.prefHeight(Math.max(room, 1)) + snappedTopInset() + snappedBottomInset());
  }

  private static @Nullable StandingLook look(SetLine.Line line) {
    if (line.runs()) {
      return new StandingLook(Tone.INFO, Feather.LOADER, "AT WORK");
    }
    var seen = line.look();
    if (seen == null) {
      return null;
    }
    return seen.past().unfinished()
        ? new StandingLook(Tone.CAUTION, Feather.ALERT_TRIANGLE, "UNFINISHED RESTORE")
        : seen.newest().map(RestorePoint::level).map(PointLook::of).orElse(null);
  }

  private String below(SetLine.Line line) {
    var seen = line.look();
    return seen == null || seen.isUnknown(line.set().set())
        ? line.set().engine()
        : seen.newest()
            .map(point -> times.age(point.takenOn()))
            .orElse(
                seen.absence().filter(Absence::told).isPresent() ? "none found" : "no backup yet");
  }
}
