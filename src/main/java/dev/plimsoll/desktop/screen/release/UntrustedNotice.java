package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says that nothing will run before somebody trusts the checklists.
final class UntrustedNotice extends HBox {
  UntrustedNotice(Runnable openProject) {
    getStyleClass().addAll("notice", "caution");
    var words =
        new VBox(
            Texts.text("These checklists are not trusted on this machine", Style.STRONG),
            Texts.secondary(
                "Nothing runs before somebody has read what they would do and said yes."));
    words.getStyleClass().add("tight");
    HBox.setHgrow(words, Priority.ALWAYS);
    var look = new Button("Read and decide…");
    look.setMinWidth(USE_PREF_SIZE);
    look.setOnAction(_ -> openProject.run());
    getChildren().addAll(Icons.of(Feather.SHIELD, Tone.CAUTION), words, look);
  }
}
