package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.Overdue;
import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What was not done in time, as a quiet line.
final class OverdueLine {
  private final Times times;
  private final Consumer<Overdue.Walk> walk;

  /// @param walk goes to a checklist of the maintenance plan
  OverdueLine(Times times, Consumer<Overdue.Walk> walk) {
    this.times = times;
    this.walk = walk;
  }

  /// The lines of one wizard, or with null those that belong to none.
  List<Node> of(Wizards project, Wizard.@Nullable Kind kind) {
    return project.overdue().stream()
        .filter(each -> Objects.equals(each.kind(), kind))
        .map(each -> line(each, isCovered(project, each)))
        .toList();
  }

  /// Whether the card's own button walks that checklist.
  private static boolean isCovered(Wizards project, Overdue overdue) {
    return overdue instanceof Overdue.Walk asked
        && project.all().stream().anyMatch(each -> asked.checklist().equals(each.checklist()));
  }

  private Node line(Overdue overdue, boolean covered) {
    var said = new VBox(Texts.text(words(overdue, times), Style.SECONDARY));
    HBox.setHgrow(said, Priority.ALWAYS);
    if (overdue instanceof Overdue.Walk asked && !covered) {
      var link = new Hyperlink("Walk it");
      link.setAccessibleText("Walk " + asked.title());
      link.setOnAction(_ -> walk.accept(asked));
      said.getChildren().add(link);
    }
    var row = new HBox(Icons.of(Feather.CLOCK, Tone.CAUTION), said);
    row.getStyleClass().addAll(Style.ROW, "top", "overdue");
    return row;
  }

  /// `Overdue: Daily upkeep, every day at 02:00; last walked 3 days ago.`
  static String words(Overdue overdue, Times times) {
    return "Overdue: "
        + switch (overdue) {
          case Overdue.Walk it ->
              it.title() + ", every " + it.every() + "; " + walked(it.last(), times);
          case Overdue.Backup it ->
              "a backup of "
                  + it.set()
                  + ", every "
                  + Times.span(it.limit())
                  + "; "
                  + done("taken", "never", it.last(), times);
          case Overdue.Proof it ->
              "a drill of "
                  + it.set()
                  + ", every "
                  + Times.span(it.limit())
                  + "; "
                  + done("proven restorable", "not", it.last(), times);
        }
        + ".";
  }

  private static String walked(Overdue.@Nullable Walked last, Times times) {
    if (last == null) {
      return "never walked";
    }
    var when = "last walked " + times.daysAgo(last.on());
    return switch (last.end()) {
      case DONE -> when;
      case FAILED -> when + ", and it failed";
      case UNTOLD -> when + ", and it could not tell";
      case UNFINISHED -> when + ", and it was not finished";
    };
  }

  /// @param none said where there is no last time: a proof may have been lost
  private static String done(String what, String none, @Nullable Instant last, Times times) {
    return last == null ? none + " " + what : "last " + what + " " + times.daysAgo(last);
  }
}
