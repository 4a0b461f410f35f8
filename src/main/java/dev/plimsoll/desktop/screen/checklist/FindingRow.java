package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import dev.plimsoll.desktop.kit.WindowWords;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One finding: its place, which copies itself for an editor, what was seen, and what to do next.
final class FindingRow extends HBox {
  /// @param copy takes a place as `file:line`
  FindingRow(Finding finding, Consumer<Position> copy) {
    super(icon(finding.severity()));
    getStyleClass().add("finding");
    var words = new VBox();
    words.getStyleClass().add("finding-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var at = finding.at();
    if (at != null) {
      words.getChildren().add(place(at, copy));
    }
    words.getChildren().add(Texts.text(finding.message()));
    WindowWords.next(finding)
        .ifPresent(next -> words.getChildren().add(Texts.secondary("Next: " + next)));
    getChildren().add(words);
    setAccessibleText(finding.severity().name() + ": " + WindowWords.whole(finding));
  }

  private static Node place(Position at, Consumer<Position> copy) {
    var link = new Hyperlink(at.toString());
    link.getStyleClass().addAll(Style.MONO, "finding-place");
    link.setAccessibleText("Copy the place " + at);
    link.setTooltip(new Tooltip("Copy, to open it in your editor"));
    link.setOnAction(_ -> {
      link.setVisited(false);
      copy.accept(at);
    });
    return link;
  }

  private static Node icon(Severity severity) {
    return switch (severity) {
      case ERROR -> Icons.of(Feather.X_CIRCLE, Tone.BAD);
      case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION);
      case NOTE -> Icons.of(Feather.INFO, Tone.INFO);
    };
  }
}
