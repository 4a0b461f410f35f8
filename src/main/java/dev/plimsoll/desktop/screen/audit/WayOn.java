package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What a person does next, after a verdict: first things first, each with its key.
final class WayOn {
  private final AuditActions actions;

  WayOn(AuditActions actions) {
    this.actions = actions;
  }

  /// Empty where nothing has to be done.
  Optional<Node> of(Conclusion conclusion, LogChoice log) {
    var foreign = !(log instanceof LogChoice.Own);
    return switch (conclusion.level()) {
      case PROVEN, PROVEN_WITH_WARNINGS ->
          foreign && !conclusion.proven().head().isEmpty()
              ? Optional.of(anchor(conclusion.proven()))
              : Optional.empty();
      case BROKEN -> Optional.of(broken(foreign));
      case COULD_NOT_TELL -> Optional.of(untold(foreign));
    };
  }

  private static Node anchor(Conclusion.Proven proven) {
    return titled(
        "Keep this anchor",
        Texts.secondary(
            "Where the log's owner cannot change it. The next verification compares with it: a"
                + " shorter log was rolled back then, another head was written anew."),
        new CopyField("Anchor", proven.entries() + ":" + proven.head()));
  }

  private Node broken(boolean foreign) {
    var rows = new ArrayList<Node>();
    rows.add(
        row("Keep the log as it is now, before anything writes to it again.", actions.copyAside));
    rows.add(
        row(
            foreign
                ? "Hand the finding to whoever runs that system. Nothing is mended here: a mended"
                    + " log proves nothing."
                : "Hand the finding to your team. Nothing is mended here: a mended log proves"
                    + " nothing.",
            actions.export));
    if (foreign) {
      rows.add(
          row(
              "If that system writes its log in another way, the recipe is wrong, not the log.",
              actions.edit));
    }
    return titled("What to do now", new Rows(rows));
  }

  private Node untold(boolean foreign) {
    var rows = new ArrayList<Node>();
    rows.add(
        row(
            "This says nothing about whether the log was changed. Remove the obstacle that is"
                + " named above.",
            actions.again));
    if (foreign) {
      rows.add(row("Or it is chained in another way.", actions.choose));
      rows.add(row("Or by no recipe that is known here: write one.", actions.edit));
    }
    return titled("What to do now", new Rows(rows));
  }

  private static Node titled(String title, Node... content) {
    var card = Card.titled(title, content);
    card.setId("way-on");
    return card;
  }

  private static HBox row(String words, Action action) {
    var text = Texts.text(words);
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(text, KeyHint.button(action));
    row.getStyleClass().addAll(List.of(Style.ROW, "way-row"));
    return row;
  }
}
