package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.HashWork;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A recipe at work on one entry: the exact bytes that are hashed, the hash made of them beside the
/// stored one, and whether the entry names the one before it.
final class HashWorkCard extends VBox {
  HashWorkCard(HashWork work) {
    getStyleClass().addAll(Style.CARD, "hash-work");
    var title =
        Texts.text(
            "Entry " + work.entry() + " (line " + work.line() + ", byte " + work.offset() + ")",
            Style.CARD_TITLE);
    var head = new FlowPane(title, new StandingBadge(look(work)));
    head.getStyleClass().add("title-row");
    getChildren().add(head);
    var obstacle = work.obstacle();
    if (obstacle != null) {
      getChildren().add(Texts.text(obstacle, Tone.CAUTION.styleClass()));
    }
    if (!work.input().isEmpty()) {
      getChildren().add(input(work.input()));
    }
    if (obstacle == null) {
      compare(work);
    }
    setAccessibleText(title.getText() + ", " + look(work).word());
  }

  private static StandingLook look(HashWork work) {
    if (work.fits() && work.follows()) {
      return new StandingLook(Tone.GOOD, Feather.CHECK, "FITS");
    }
    return work.obstacle() == null
        ? new StandingLook(Tone.BAD, Feather.X, "DOES NOT FIT")
        : new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, "CANNOT BE TRIED");
  }

  private static Node input(String input) {
    var flow = SideBySide.flow(new Differing("", input, ""), Tone.INFO);
    var block = new VBox(flow);
    block.getStyleClass().addAll(Style.CODE, "hash-input");
    var both = new VBox(Texts.line("What is hashed", "field-name"), block);
    both.getStyleClass().add("form-line");
    return both;
  }

  private void compare(HashWork work) {
    var stored = work.stored();
    if (stored == null) {
      getChildren().add(line(Feather.MINUS, Tone.NEUTRAL, "It holds no hash of its own."));
    } else if (work.fits()) {
      getChildren()
          .add(line(Feather.CHECK, Tone.GOOD, "Computed as stored: " + shortened(work.computed())));
    } else {
      var compared = new SideBySide();
      compared.show(
          new SideBySide.Named("Computed", work.computed()),
          new SideBySide.Named("Stored", stored));
      getChildren().add(compared);
    }
    if (work.follows()) {
      getChildren()
          .add(
              line(
                  Feather.CHECK,
                  Tone.GOOD,
                  work.entry() == 0 ? "It begins as it should." : "It names the entry before it."));
      return;
    }
    var compared = new SideBySide();
    compared.show(
        new SideBySide.Named("Names as the hash before it", orNothing(work.prevStored())),
        new SideBySide.Named(
            work.entry() == 0 ? "Before the first entry" : "Hash of the entry before it",
            orNothing(work.prevExpected())));
    getChildren().add(compared);
  }

  private static String shortened(String hash) {
    return hash.length() <= 40
        ? hash
        : hash.substring(0, 28) + "…" + hash.substring(hash.length() - 8);
  }

  private static String orNothing(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "null" : text;
  }

  private static HBox line(Feather icon, Tone tone, String words) {
    var text = Texts.text(words, Style.SECONDARY);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(Icons.of(icon, tone), text);
    row.getStyleClass().add(Style.ROW);
    return row;
  }
}
