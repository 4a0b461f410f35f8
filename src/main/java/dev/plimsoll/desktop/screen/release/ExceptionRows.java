package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.desktop.kit.StandingDot;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was excused rather than proven: by whom, until when, why.
final class ExceptionRows extends VBox {
  ExceptionRows(List<ReleaseSnapshot.Excused> all) {
    getStyleClass().add(Style.STACK);
    for (var one : all) {
      var words =
          new VBox(
              Texts.text(one.title() + " · " + one.why()),
              Texts.secondary("“" + one.reason() + "”"));
      words.getStyleClass().add("tight");
      HBox.setHgrow(words, Priority.ALWAYS);
      var row = new HBox(new StandingDot(VerbKind.CHECK, one.standing()), words);
      row.getStyleClass().addAll(Style.ROW, "top");
      getChildren().add(row);
    }
  }
}
