package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How an act ended: a word, a sentence, what it rests on, and what a person does next.
final class OverBanner extends HBox {
  private OverBanner(Feather icon, Tone tone, VBox words) {
    getStyleClass().addAll("verification-banner", tone.styleClass());
    words.getStyleClass().add(Style.LINES);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.of(icon, tone), words);
    setId("over");
  }

  /// @param ways buttons for what a person does next
  static Node of(ActState.Over over, List<Node> ways) {
    return switch (over.over()) {
      case Ride.Over.Done done -> done(done.ended(), over, ways);
      case Ride.Over.Failed failed -> {
        var panel = new ErrorPanel(failed.problem(), ways.toArray(Node[]::new));
        panel.setId("over");
        yield panel;
      }
      case Ride.Over.Stopped _ -> {
        var words = new VBox(Texts.text("Stopped", Style.HEADING), Texts.text(stopped(over.act())));
        add(words, ways);
        yield new OverBanner(Feather.SLASH, Tone.NEUTRAL, words);
      }
    };
  }

  private static OverBanner done(Ended ended, ActState.Over over, List<Node> ways) {
    var look = ended.look();
    var words = new VBox(Texts.text(ended.word(), Style.HEADING), Texts.text(ended.sentence()));
    ended.details().forEach(detail -> words.getChildren().add(detail(detail)));
    words.getChildren().add(Texts.text("It took " + Times.span(over.took()) + ".", Style.SMALL));
    add(words, ways);
    var banner = new OverBanner(look.icon(), look.tone(), words);
    banner.setAccessibleText(ended.word() + ". " + ended.sentence());
    return banner;
  }

  private static void add(VBox words, List<Node> ways) {
    if (!ways.isEmpty()) {
      var row = new HBox(ways.toArray(Node[]::new));
      row.getStyleClass().addAll(Style.ROW, "remedies");
      words.getChildren().add(row);
    }
  }

  private static HBox detail(Ended.Detail detail) {
    var look = detail.level().look("");
    var words = words(detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(Icons.of(look.icon(), look.tone()), words);
    row.getStyleClass().add("remark");
    return row;
  }

  /// A name stands on a line of its own.
  private static Region words(Ended.Detail detail) {
    return detail.found().isEmpty() || detail.subject().contains(" ")
        ? Texts.text(detail.words())
        : new VBox(Texts.name(detail.subject()), Texts.secondary(detail.found()));
  }

  /// What is true after a person stopped it.
  static String stopped(Act act) {
    return switch (act) {
      case Act.Take _ -> "No backup was made, and nothing half-made is left.";
      case Act.Verify _ -> "Nothing is said about what was not read to its end.";
      case Act.Drill _ -> "The scratch folder is gone; nothing is proven, and nothing disproved.";
      case Act.Restore _, Act.Undo _, Act.PutRight _ -> "Every file is as it was before.";
      case Act.Prune _ -> "What was removed by then is gone; the rest is there.";
    };
  }
}
