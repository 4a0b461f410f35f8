package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.restore.PlannedFile;
import dev.plimsoll.core.backup.restore.PlannedLog;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What happens to every file, what is lost for good, what runs before and after, and the promise
/// of a way back. Entries of a log that would be lost are typed as a number.
final class ChangesStep extends VBox {
  /// More than these are counted, not listed.
  private static final int LISTED = 200;

  private final RestoreViewModel way;
  private final TextField typed = new TextField();
  private final Label stage = Texts.text("");
  private final ProgressBar bar = new ProgressBar();
  private final Label pace = Texts.text("", Style.SECONDARY);

  ChangesStep(RestoreViewModel way) {
    this.way = way;
    getStyleClass().add(Style.STACK);
    setId("restore-changes");
    typed.setId("restore-typed");
    typed.getStyleClass().add("largish");
    typed.setPrefColumnCount(10);
    typed.setMaxWidth(Region.USE_PREF_SIZE);
    typed.textProperty().bindBidirectional(way.typedProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Progress");
    pace.setId("compare-pace");
    way.offerProperty().addListener((_, _, _) -> show());
    way.paceProperty().addListener((_, _, now) -> showPace(now));
    way.problemProperty().addListener((_, _, _) -> show());
    show();
  }

  void focusFirst() {
    var offer = way.offerProperty().get();
    if (offer != null && !offer.toBeTyped().isEmpty()) {
      typed.requestFocus();
    } else {
      requestFocus();
    }
  }

  private void show() {
    var offer = way.offerProperty().get();
    if (offer == null) {
      getChildren()
          .setAll(way.problemProperty().get() == null ? List.of(stage, bar, pace) : List.of());
      showPace(way.paceProperty().get());
      return;
    }
    var parts = new ArrayList<Node>();
    var plan = offer.plan();
    plan.obstacles().forEach(sentence -> parts.add(notice(sentence, Tone.BAD)));
    if (plan.stranger() != null) {
      parts.add(stranger(plan.stranger()));
    }
    if (!plan.logs().isEmpty() && !offer.changesNothing()) {
      parts.add(logs(offer));
    }
    parts.add(changes(offer));
    if (!offer.changesNothing()) {
      parts.add(around(offer));
    }
    getChildren().setAll(parts);
    focusFirst();
  }

  private void showPace(@Nullable Pace now) {
    if (now == null) {
      return;
    }
    stage.setText("Comparing with what is there now …  " + now.stopwatch());
    bar.setProgress(now.share());
    pace.setText(now.words());
  }

  private static Node notice(String sentence, Tone tone) {
    var text = Texts.text(sentence);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    var box = new HBox(Icons.of(Feather.ALERT_TRIANGLE, tone), text);
    box.getStyleClass().add(tone == Tone.BAD ? "error-panel" : "notice");
    if (tone != Tone.BAD) {
      box.getStyleClass().add("caution");
    }
    return box;
  }

  private Node stranger(String sentence) {
    var meant = new CheckBox("This one is meant");
    meant.setId("restore-stranger");
    meant.selectedProperty().bindBidirectional(way.strangerProperty());
    var box = new VBox(notice(sentence, Tone.CAUTION), meant);
    box.getStyleClass().add(Style.LINES);
    return box;
  }

  private Node logs(RestoreOffer offer) {
    var asked = offer.toBeTyped();
    var card =
        Card.titled(
            asked.isEmpty() ? "Logs" : "Entries that would be lost",
            offer.plan().logs().stream().map(ChangesStep::log).toArray(Node[]::new));
    card.setId("restore-logs");
    if (!asked.isEmpty()) {
      var ask = Texts.text(asking(offer.plan()), Style.STRONG);
      ask.setLabelFor(typed);
      typed.setAccessibleText(ask.getText());
      card.getChildren().addAll(ask, typed);
      card.getStyleClass().add("trust-card");
    }
    return card;
  }

  private static String asking(RestorePlan plan) {
    return switch (plan.ask()) {
      case RestorePlan.Ask.Nothing _ -> "";
      case RestorePlan.Ask.Count(long lost) ->
          Texts.count(lost, "entry", "entries")
              + " will be in the undo point and nowhere else. Type that number to go on.";
      case RestorePlan.Ask.Word word -> word.sentence();
    };
  }

  private static Node log(PlannedLog log) {
    var words = Texts.text(log.sentence());
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var lost =
        Texts.line(
            log.lost() < 0
                ? "unknown loss"
                : log.lost() == 0 ? "nothing lost" : log.lost() + " lost",
            Style.STRONG,
            (log.lost() == 0 ? Tone.GOOD : Tone.BAD).styleClass());
    lost.setMinWidth(USE_PREF_SIZE);
    var row =
        new HBox(
            log.lost() == 0
                ? Icons.of(Feather.CHECK, Tone.GOOD)
                : Icons.of(Feather.ALERT_TRIANGLE, Tone.BAD),
            words,
            lost);
    row.getStyleClass().add(Style.ROW);
    return row;
  }

  private static Node changes(RestoreOffer offer) {
    var plan = offer.plan();
    var rows =
        Stream.concat(
                plan.gone().stream().map(ChangesStep::gone),
                plan.files().stream()
                    .sorted(Comparator.comparingInt(file -> order(file.now())))
                    .map(ChangesStep::change))
            .limit(LISTED)
            .toList();
    var card = Card.titled("Files", Texts.text(offer.sentence()), new Rows(rows));
    card.setId("restore-files-change");
    var more = plan.files().size() + plan.gone().size() - LISTED;
    if (more > 0) {
      card.getChildren()
          .add(Texts.secondary("and " + Texts.count(more, "file") + " more, as counted above"));
    }
    return card;
  }

  /// What changes most comes first.
  private static int order(PlannedFile.Now now) {
    return switch (now) {
      case DIFFERS -> 0;
      case MISSING -> 1;
      case HANDED -> 2;
      case SAME -> 3;
    };
  }

  private static Node gone(String path) {
    return row(new Chip("goes away", Tone.CAUTION), path, "");
  }

  private static Node change(PlannedFile file) {
    var then = Texts.bytes(file.wanted().size());
    return switch (file.now()) {
      case DIFFERS ->
          row(
              new Chip("differs", Tone.CAUTION),
              file.path(),
              file.sizeNow() < 0 ? then : Texts.bytes(file.sizeNow()) + " → " + then);
      case MISSING -> row(new Chip("missing now", Tone.INFO), file.path(), then);
      case HANDED -> row(new Chip(file.now().words(), Tone.NEUTRAL), file.path(), then);
      case SAME -> row(new Chip(file.now().words(), Tone.NEUTRAL), file.path(), then);
    };
  }

  private static Node row(Chip chip, String words, String size) {
    var path = Texts.line(words);
    path.setMinWidth(0);
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    var sizes = Texts.line(size, Style.SECONDARY);
    sizes.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(chip, path, sizes);
    row.getStyleClass().addAll(Style.ROW, "fate-row");
    return row;
  }

  private static Node around(RestoreOffer offer) {
    var lines = new VBox();
    lines.getStyleClass().add(Style.LINES);
    commands(lines, "Runs before", offer.around().before());
    commands(lines, "Runs after", offer.around().after());
    lines
        .getChildren()
        .add(
            Texts.text(
                "The present state is kept first, as an undo point; then all files are put in place"
                    + " together, or none is."));
    return Card.titled("The way there and back", lines);
  }

  private static void commands(VBox lines, String when, List<List<String>> commands) {
    if (!commands.isEmpty()) {
      lines.getChildren().add(Texts.line(when, "field-name"));
      commands.forEach(
          command -> lines.getChildren().add(Texts.text(String.join(" ", command), Style.MONO)));
    }
  }
}
