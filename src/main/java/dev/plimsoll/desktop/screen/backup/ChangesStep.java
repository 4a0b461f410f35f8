package dev.plimsoll.desktop.screen.backup;

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
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The second step: what happens to every file, what is lost for good, what runs before and after,
/// and the promise of a way back. Entries of a log that would be lost are typed as a number.
final class ChangesStep extends VBox {
  /// More than these are counted, not listed.
  private static final int LISTED = 200;

  private final RestoreViewModel way;
  private final TextField typed = new TextField();

  ChangesStep(RestoreViewModel way) {
    this.way = way;
    getStyleClass().add(Style.STACK);
    setId("restore-changes");
    typed.setId("restore-typed");
    typed.getStyleClass().add(Style.LARGE);
    typed.setPrefColumnCount(10);
    typed.setMaxWidth(Region.USE_PREF_SIZE);
    typed.textProperty().bindBidirectional(way.typedProperty());
    way.offerProperty().addListener((_, _, _) -> show());
    way.problemProperty().addListener((_, _, _) -> show());
    show();
  }

  void focusFirst() {
    if (typed.getScene() != null) {
      typed.requestFocus();
    } else {
      requestFocus();
    }
  }

  private void show() {
    var offer = way.offerProperty().get();
    if (offer == null) {
      getChildren()
          .setAll(
              way.problemProperty().get() == null
                  ? List.of(Texts.secondary("Comparing with what is there now …"))
                  : List.of());
      return;
    }
    var parts = new ArrayList<Node>();
    if (!offer.logs().isEmpty() && !offer.changesNothing()) {
      parts.add(logs(offer));
    }
    parts.add(changes(offer));
    if (!offer.changesNothing()) {
      parts.add(around(offer));
    }
    getChildren().setAll(parts);
    if (!offer.toBeTyped().isEmpty()) {
      typed.requestFocus();
    }
  }

  private Node logs(RestoreOffer offer) {
    var loses = !offer.toBeTyped().isEmpty();
    var card =
        Card.titled(
            loses ? "Entries that would be lost" : "Logs",
            offer.logs().stream().map(ChangesStep::log).toArray(Node[]::new));
    card.setId("restore-logs");
    if (loses) {
      var ask =
          Texts.text(
              offer.isUntold()
                  ? "It could not be told what is lost. Type unknown to go on all the same."
                  : "They stay in the undo point and nowhere else. Type their number, "
                      + Texts.count(offer.lost(), "entry", "entries").replace(",", "")
                      + ", to go on.",
              Style.STRONG);
      ask.setLabelFor(typed);
      typed.setPromptText(offer.toBeTyped());
      typed.setAccessibleText(ask.getText());
      card.getChildren().addAll(ask, typed);
      card.getStyleClass().add("trust-card");
    }
    return card;
  }

  private static Node log(RestoreOffer.LogChange log) {
    var words =
        Texts.text(
            log.path()
                + ": "
                + Texts.count(log.now(), "entry", "entries")
                + " now, "
                + log.then()
                + " in the backup");
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
    var sorted =
        offer.changes().stream()
            .sorted(Comparator.comparing(RestoreOffer.Change::kind))
            .limit(LISTED)
            .map(ChangesStep::change)
            .toList();
    var card = Card.titled("Files", Texts.text(offer.sentence()), new Rows(sorted));
    card.setId("restore-files-change");
    if (offer.changes().size() > LISTED) {
      card.getChildren()
          .add(
              Texts.secondary(
                  "and "
                      + Texts.count(offer.changes().size() - LISTED, "file")
                      + " more, as counted above"));
    }
    return card;
  }

  private static Node change(RestoreOffer.Change change) {
    var chip =
        switch (change.kind()) {
          case DIFFERS -> new Chip("differs", Tone.CAUTION);
          case MISSING -> new Chip("missing", Tone.INFO);
          case SAME -> new Chip("same", Tone.NEUTRAL);
        };
    var path = Texts.line(change.path());
    path.setMinWidth(0);
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    var sizes =
        Texts.line(
            switch (change.kind()) {
              case DIFFERS -> Texts.bytes(change.now()) + " → " + Texts.bytes(change.then());
              case MISSING, SAME -> Texts.bytes(change.then());
            },
            Style.SECONDARY);
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
                "The present state is kept first, as an undo point"
                    + (offer.around().undo().isEmpty() ? "" : " in " + offer.around().undo())
                    + "; then all files are put in place at once."));
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
