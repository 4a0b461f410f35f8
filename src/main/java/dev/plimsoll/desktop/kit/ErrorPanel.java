package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Problem;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Tells a [Problem] in place: what was wanted, where it went wrong, what to do next. Never a stack
/// trace.
public final class ErrorPanel extends HBox {
  public ErrorPanel(Problem problem, Node... remedies) {
    getStyleClass().addAll("error-panel", Tone.BAD.styleClass());
    var words =
        new VBox(
            Texts.text(problem.what(), Style.STRONG),
            Texts.text(problem.where()),
            Texts.text(WindowWords.next(problem), Style.SECONDARY));
    words.getStyleClass().add(Style.LINES);
    if (remedies.length > 0) {
      var row = new HBox(remedies);
      row.getStyleClass().addAll(Style.ROW, "remedies");
      words.getChildren().add(row);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.ALERT_OCTAGON, Tone.BAD), words);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("Problem. " + WindowWords.whole(problem));
  }
}
