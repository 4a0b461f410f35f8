package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.WhereYouWere;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where the person was, after a pause or a crash: the last steps, the time away, and what changed
/// outside. It goes when the person has read it, or when the walk goes on. While the run is paused
/// it says so, and offers to go on.
final class WhereCard extends VBox {
  private static final Duration SHORT = Duration.ofMinutes(2);

  private final Times times;
  private final Action resume;
  private final Runnable dismissed;
  private @Nullable Object shown;
  private long shownAt;
  private @Nullable WhereYouWere read;

  /// @param dismissed called when the person has read it
  WhereCard(Times times, Action resume, Runnable dismissed) {
    this.times = times;
    this.resume = resume;
    this.dismissed = dismissed;
    getStyleClass().add("where-card");
    setShown(false);
  }

  void show(RunView view) {
    if (view.state().phase() == RunState.Phase.PAUSED) {
      paused(view.state());
      return;
    }
    var card = view.whereYouWere();
    if (card == null || card.equals(read) || isNothing(card)) {
      setShown(false);
      return;
    }
    var entry = view.state().span().lastSeq();
    if (!card.equals(shown)) {
      shown = card;
      shownAt = entry;
      getChildren().setAll(continued(card));
    }
    if (entry > shownAt) {
      read = card;
    }
    setShown(entry == shownAt);
  }

  /// A look at another page is no interruption.
  private static boolean isNothing(WhereYouWere card) {
    return !card.crashed() && card.changes().isEmpty() && card.away().compareTo(SHORT) < 0;
  }

  private void paused(RunState run) {
    var pause = run.pauses().isEmpty() ? null : run.pauses().getLast();
    var now = List.of("paused", String.valueOf(pause));
    if (!now.equals(shown)) {
      shown = now;
      var sentence =
          pause == null
              ? "The run is paused."
              : "Since "
                  + times.moment(pause.pausedOn())
                  + (pause.reason().isBlank() ? "." : ": " + pause.reason());
      getChildren()
          .setAll(
              title(Feather.PAUSE_CIRCLE, "Paused", KeyHint.button(resume, Style.ACCENT)),
              Texts.text(sentence));
    }
    setShown(true);
  }

  private List<Node> continued(WhereYouWere card) {
    var nodes = new ArrayList<Node>();
    var understood = new Button("Understood");
    understood.setOnAction(_ -> dismiss(card));
    nodes.add(
        title(
            card.crashed() ? Feather.ZAP_OFF : Feather.MAP_PIN,
            "Where you were · "
                + (card.crashed()
                    ? "the program ended without a word, " + Times.span(card.away()) + " ago"
                    : "away for " + Times.span(card.away())),
            understood));
    var columns = new FlowPane();
    columns.getStyleClass().add("where-columns");
    if (!card.lastSteps().isEmpty()) {
      columns.getChildren().add(column("Last steps", card.lastSteps(), null));
    }
    columns
        .getChildren()
        .add(
            card.changes().isEmpty()
                ? column("Changed outside", List.of("Nothing."), null)
                : column("Changed outside", card.changes(), Tone.CAUTION));
    nodes.add(columns);
    return nodes;
  }

  private static VBox column(String name, List<String> lines, @Nullable Tone tone) {
    var column = new VBox(Texts.line(name, "field-name"));
    column.getStyleClass().add("where-column");
    for (var line : lines) {
      var text = Texts.text(line);
      if (tone == null) {
        column.getChildren().add(text);
      } else {
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(Icons.of(Feather.ALERT_TRIANGLE, tone), text);
        row.getStyleClass().add("finding");
        column.getChildren().add(row);
      }
    }
    return column;
  }

  private static HBox title(Feather icon, String words, Button way) {
    var text = Texts.text(words, Style.STRONG);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var row = new HBox(Icons.of(icon, Tone.INFO), text, gap, way);
    row.getStyleClass().add(Style.ROW);
    return row;
  }

  private void dismiss(WhereYouWere card) {
    read = card;
    setShown(false);
    dismissed.run();
  }

  private void setShown(boolean now) {
    setVisible(now);
    setManaged(now);
  }
}
