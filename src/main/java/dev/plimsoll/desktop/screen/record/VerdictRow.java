package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One of the six verdicts: its word, one sentence; a click or Enter unfolds what was looked at and
/// the codes that programs get. What failed is unfolded from the start.
final class VerdictRow extends VBox {
  private final VBox details = new VBox();
  private final Node arrow = Icons.of(Feather.CHEVRON_DOWN);
  private final boolean foldable;

  /// @param evidence what lies behind it
  VerdictRow(Verdict verdict, List<String> evidence) {
    getStyleClass().add("verdict");
    foldable = !evidence.isEmpty() || !verdict.codes().isEmpty() || verdict.firstBad() != null;
    var look = look(verdict.level());
    var mark = new StackPane(Icons.of(look.icon()));
    mark.getStyleClass().addAll(Style.DOT, "sensed", "filled", look.tone().styleClass());
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var title =
        new HBox(Texts.line(verdict.aspect().title(), Style.STRONG), new StandingBadge(look));
    title.getStyleClass().add(Style.ROW);
    var words = new VBox(title, Texts.text(verdict.sentence(), Style.SECONDARY), details);
    words.getStyleClass().add("verdict-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    arrow.setVisible(foldable);
    var row = new HBox(mark, words, arrow);
    row.getStyleClass().add("verdict-row");
    getChildren().add(row);
    details.getStyleClass().addAll("verdict-details", Style.LINES);
    if (verdict.firstBad() != null) {
      details.getChildren().add(Texts.text("First at: " + verdict.firstBad(), Style.STRONG));
    }
    evidence.forEach(line -> details.getChildren().add(Texts.text(line)));
    if (!verdict.codes().isEmpty()) {
      details.getChildren().add(Texts.text("Code " + codes(verdict), Style.SMALL));
    }
    unfold(foldable && look.tone() != Tone.GOOD);
    setAccessibleText(verdict.aspect().title() + ": " + look.word() + ". " + verdict.sentence());
    if (foldable) {
      makeFoldable();
    }
  }

  private void makeFoldable() {
    getStyleClass().add(Style.CLICKABLE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TITLED_PANE);
    setOnMouseClicked(_ -> unfold(!isUnfolded()));
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        unfold(!isUnfolded());
        event.consume();
      }
    });
  }

  private static String codes(Verdict verdict) {
    return verdict.codes().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  boolean isUnfolded() {
    return details.isManaged();
  }

  private void unfold(boolean now) {
    details.setVisible(now);
    details.setManaged(now);
    arrow.setRotate(now ? 180 : 0);
  }

  static StandingLook look(Verdict.Level level) {
    return switch (level) {
      case PROVEN -> new StandingLook(Tone.GOOD, Feather.CHECK, level.words());
      case PROVEN_WITH_WARNINGS ->
          new StandingLook(Tone.CAUTION, Feather.ALERT_TRIANGLE, level.words());
      case COULD_NOT_TELL -> new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, level.words());
      case FAILED -> new StandingLook(Tone.BAD, Feather.X, level.words());
    };
  }
}
