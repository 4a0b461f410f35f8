package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import javafx.css.PseudoClass;
import javafx.scene.Node;
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

  SetCell(Times times) {
    this.times = times;
    getStyleClass().add("step-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable SetLine row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEAD, row instanceof SetLine.Head || row instanceof SetLine.Nothing);
    getStyleClass().remove(Tone.BAD.styleClass());
    switch (row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case SetLine.Head head -> {
        setGraphic(new VBox(Texts.text(head.title(), Style.STRONG, "section-title")));
        setAccessibleText(head.title());
      }
      case SetLine.Nothing nothing -> {
        setGraphic(new VBox(Texts.text(nothing.words(), Style.SMALL)));
        setAccessibleText(nothing.words());
      }
      case SetLine.Line line -> {
        var look = look(line);
        if (look != null && look.tone() == Tone.BAD) {
          getStyleClass().add(Tone.BAD.styleClass());
        }
        setGraphic(line(line, look));
        setAccessibleText(
            line.set().name() + (look == null ? "" : ", " + look.word()) + ", " + below(line));
      }
    }
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
    return seen == null
        ? line.set().engine()
        : seen.newest().map(point -> times.age(point.takenOn())).orElse("no backup yet");
  }

  private Region line(SetLine.Line line, @Nullable StandingLook look) {
    var below = new HBox();
    below.getStyleClass().add("step-below");
    if (look != null) {
      var word = Texts.line(look.word(), "step-word", look.tone().styleClass());
      word.setMinWidth(USE_PREF_SIZE);
      below.getChildren().add(word);
    }
    var age = Texts.line(below(line), "step-observed");
    age.setMinWidth(0);
    below.getChildren().add(age);
    var title = Texts.line(line.set().name(), "step-title");
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setMinWidth(0);
    var words = new VBox(title, below);
    words.getStyleClass().add("step-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(mark(look), words);
    row.getStyleClass().add("step-line");
    return row;
  }

  private static Node mark(@Nullable StandingLook look) {
    var mark = new StackPane();
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    if (look == null) {
      mark.getStyleClass().addAll(Style.DOT, "plain");
      mark.getChildren().add(Icons.of(Feather.ARCHIVE));
    } else {
      mark.getStyleClass().addAll(Style.DOT, "sensed", "filled", look.tone().styleClass());
      mark.getChildren().add(Icons.of(look.icon()));
    }
    return mark;
  }
}
