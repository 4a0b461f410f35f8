package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.CardGrid;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The four wizards side by side: what each is for, when it was walked last and how that ended.
final class WizardCards {
  private final Times times;
  private final Map<Wizard.Kind, Action> actions;
  private final Action backups;
  private final OverdueLine overdue;

  /// @param actions what starts each of them
  /// @param backups opens the backups themselves, beside the button that walks their checklist
  /// @param overdue tells what was not done in time
  WizardCards(Times times, Map<Wizard.Kind, Action> actions, Action backups, OverdueLine overdue) {
    this.times = times;
    this.actions = actions;
    this.backups = backups;
    this.overdue = overdue;
  }

  Node of(Wizards wizards) {
    var next = WizardWords.next(wizards);
    return new CardGrid(
            16.5,
            wizards.all().stream()
                .map(wizard -> card(wizards, wizard, wizard.kind() == next))
                .toList())
        .balanced();
  }

  private Node card(Wizards wizards, Wizard wizard, boolean isNext) {
    var words = new WizardWords(wizards, wizard);
    var title = Texts.text(WizardWords.title(wizard.kind()), Style.CARD_TITLE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var heading = new HBox(Icons.of(icon(wizard.kind())), title);
    heading.getStyleClass().add(Style.ROW);
    var lines = new VBox(Texts.text(words.walked(times)));
    words
        .chip()
        .ifPresent(
            chip -> lines.getChildren().add(ended(new Chip(chip.word(), chip.tone()), words)));
    words.which().ifPresent(which -> lines.getChildren().add(Texts.secondary(which)));
    words.first().ifPresent(first -> lines.getChildren().add(waits(first)));
    lines.getChildren().addAll(overdue.of(wizards, wizard.kind()));
    lines.getStyleClass().add("tight");
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    var action = actions.get(wizard.kind());
    var card = new Card(heading, Texts.secondary(WizardWords.question(wizard.kind())), lines, gap);
    card.getStyleClass().add("wizard");
    card.setId(WizardWords.id(wizard.kind()));
    if (action != null) {
      var named = new Action(words.verb(), action.keys(), action.possible(), action.act());
      var button = KeyHint.button(named, isNext ? new String[] {Style.ACCENT} : new String[0]);
      button.setAccessibleText(
          words.verb() + " " + WizardWords.title(wizard.kind()) + ", key " + action.keys());
      var row = new HBox(button);
      row.getStyleClass().add(Style.ROW);
      if (isNext && wizard.kind() == Wizard.Kind.BACKUP_AND_RESTORE) {
        row.getChildren().add(KeyHint.button(backups));
      }
      row.getStyleClass().add("remedies");
      card.getChildren().add(row);
    }
    return card;
  }

  private static Node ended(Chip chip, WizardWords words) {
    var said = Texts.text(words.ended().orElse(""), Style.SECONDARY);
    HBox.setHgrow(said, Priority.ALWAYS);
    var row = new HBox(chip, said);
    row.getStyleClass().add(Style.ROW);
    return row;
  }

  private static Node waits(WizardWords.First first) {
    var text = Texts.text(first.sentence(), Style.SECONDARY);
    HBox.setHgrow(text, Priority.ALWAYS);
    var icon =
        first.closed() ? Icons.of(Feather.LOCK, Tone.CAUTION) : Icons.of(Feather.TAG, Tone.INFO);
    var row = new HBox(icon, text);
    row.getStyleClass().addAll(Style.ROW, "top");
    return row;
  }

  private static Feather icon(Wizard.Kind kind) {
    return switch (kind) {
      case PRE_RELEASE -> Feather.CHECK_SQUARE;
      case SMOKE_TESTS -> Feather.ACTIVITY;
      case BACKUP_AND_RESTORE -> Feather.ARCHIVE;
      case AUDIT_CHAIN -> Feather.LINK;
    };
  }

  /// The keys of the wizards, in their order.
  static List<String> keys() {
    return List.of("P", "S", "B", "A");
  }
}
