package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
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

/// A row of the list of logs: what it is, where it lies, and how its last verification here ended,
/// in colour, icon and word.
final class LogCell extends ListCell<LogLine> {
  private static final double SCROLL_BAR = 10;
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

  LogCell() {
    getStyleClass().add("step-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LogLine row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEAD, row instanceof LogLine.Head || row instanceof LogLine.Nothing);
    getStyleClass().remove(Tone.BAD.styleClass());
    switch (row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case LogLine.Head head -> {
        setGraphic(new VBox(Texts.text(head.title(), Style.STRONG, "section-title")));
        setAccessibleText(head.title());
      }
      case LogLine.Nothing nothing -> {
        setGraphic(new VBox(Texts.text(nothing.words(), Style.SMALL)));
        setAccessibleText(nothing.words());
      }
      case LogLine.Line line -> {
        if (line.level() == Level.BROKEN) {
          getStyleClass().add(Tone.BAD.styleClass());
        }
        setGraphic(line(line));
        setAccessibleText(aloud(line));
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

  private static Region line(LogLine.Line line) {
    var below = new HBox();
    below.getStyleClass().add("step-below");
    var level = line.level();
    if (level != null) {
      var look = level.look();
      var word = Texts.line(look.word(), "step-word", look.tone().styleClass());
      word.setMinWidth(USE_PREF_SIZE);
      below.getChildren().add(word);
    }
    var place = Texts.line(line.log().place(), "step-observed");
    place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    place.setMinWidth(0);
    below.getChildren().add(place);
    var title = Texts.line(line.log().listed(), "step-title");
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setMinWidth(0);
    var words = new VBox(title, below);
    words.getStyleClass().add("step-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(mark(line), words);
    row.getStyleClass().add("step-line");
    return row;
  }

  private static Node mark(LogLine.Line line) {
    var level = line.level();
    var mark = new StackPane();
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    if (level == null) {
      mark.getStyleClass().addAll(Style.DOT);
      mark.getChildren().add(Icons.of(icon(line.log())));
      mark.getStyleClass().add("plain");
    } else {
      mark.getStyleClass().addAll(Style.DOT, "sensed", "filled", level.look().tone().styleClass());
      mark.getChildren().add(Icons.of(level.look().icon()));
    }
    return mark;
  }

  private static Feather icon(LogChoice log) {
    return switch (log) {
      case LogChoice.Chain _ -> Feather.LINK;
      case LogChoice.Own _ -> Feather.BOOK_OPEN;
      case LogChoice.GivenFile _ -> Feather.FILE_TEXT;
    };
  }

  private static String aloud(LogLine.Line line) {
    var level = line.level();
    return line.log().title()
        + ", "
        + line.log().place()
        + (level == null ? "" : ", " + level.words());
  }
}
