package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.StandingDot;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row of the steps' column. A standing is told three times: by colour, by the mark's icon and by
/// its word.
final class StepCell extends ListCell<StepRow> {
  private static final double SCROLL_BAR = 10;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

  StepCell() {
    getStyleClass().add("step-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable StepRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEAD, row instanceof StepRow.Head);
    pseudoClassStateChanged(CURRENT, row instanceof StepRow.Line line && line.sight().current());
    pseudoClassStateChanged(WAITING, row instanceof StepRow.Line line && line.sight().waiting());
    tone(row instanceof StepRow.Line line ? StandingLook.of(line.sight().standing()).tone() : null);
    switch (row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case StepRow.Head head -> {
        setGraphic(head(head));
        setAccessibleText(head.title() + ", " + head.count() + " done");
      }
      case StepRow.Line line -> {
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

  private void tone(@Nullable Tone tone) {
    for (var each : Tone.values()) {
      getStyleClass().remove(each.styleClass());
    }
    if (tone != null) {
      getStyleClass().add(tone.styleClass());
    }
  }

  private static Region head(StepRow.Head head) {
    var title = Texts.text(head.title(), Style.STRONG, "section-title");
    var count = Texts.line(head.count(), Style.STRONG, "section-count", head.tone().styleClass());
    count.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(title, count);
    row.getStyleClass().addAll(Style.ROW, "section-row");
    if (head.facts().isEmpty()) {
      return row;
    }
    return new VBox(row, Texts.line(head.facts(), Style.SMALL));
  }

  private static Region line(StepRow.Line line) {
    var sight = line.sight();
    var title = Texts.text(line.title(), "step-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var top = new HBox(title, marks(line));
    top.getStyleClass().add("step-top");
    var words = new VBox(top, below(line));
    words.getStyleClass().add("step-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(new StandingDot(sight.kind(), sight.standing()), words);
    row.getStyleClass().add("step-line");
    return row;
  }

  private static HBox marks(StepRow.Line line) {
    var marks = new HBox();
    marks.getStyleClass().add("step-marks");
    marks.setMinWidth(USE_PREF_SIZE);
    for (var mark : line.marks()) {
      marks.getChildren().add(Texts.line(mark.word(), mark.strong() ? "mark-strong" : "mark"));
    }
    return marks;
  }

  private static HBox below(StepRow.Line line) {
    var standing = line.sight().standing();
    var look = StandingLook.of(standing);
    var below = new HBox();
    below.getStyleClass().add("step-below");
    if (standing != Standing.NOT_RUN) {
      var word = Texts.line(look.word(), "step-word", look.tone().styleClass());
      word.setMinWidth(USE_PREF_SIZE);
      below.getChildren().add(word);
    } else if (line.sight().current()) {
      below.getChildren().add(Texts.line("NEXT", "step-word", Tone.INFO.styleClass()));
    }
    if (!line.below().isEmpty()) {
      Label observed = Texts.line(line.below(), "step-observed");
      observed.setMinWidth(0);
      below.getChildren().add(observed);
    }
    return below;
  }

  private static String aloud(StepRow.Line line) {
    return line.title()
        + ", "
        + StepRows.word(line.sight().standing())
        + (line.below().isEmpty() ? "" : ", " + line.below())
        + (line.sight().current() ? ", the current step" : "")
        + line.marks().stream().map(mark -> ", " + mark.word()).collect(Collectors.joining());
  }
}
