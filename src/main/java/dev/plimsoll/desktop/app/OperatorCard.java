package dev.plimsoll.desktop.app;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who sits here, with which key, and how long the project's log is. It never claims more than was
/// looked at: the number of entries, not that they are sound.
final class OperatorCard extends VBox {
  private final Runnable open;
  private final boolean readOnly;

  /// @param open leads to the keys
  /// @param readOnly for an auditor, who signs nothing and needs no key
  OperatorCard(Runnable open, boolean readOnly) {
    this.open = open;
    this.readOnly = readOnly;
    getStyleClass().add("operator-card");
  }

  /// @param proven the key that was proven here, which this repository may not know, or null
  /// @param entries the log's length, or null where no project is open
  void show(Actor actor, @Nullable String proven, @Nullable Long entries) {
    getChildren().clear();
    var key = actor.key();
    if (key == null) {
      getChildren().add(name(actor.id().replaceFirst("^os:", "")));
      if (readOnly) {
        getChildren().add(Texts.line("reads, and writes nothing", Style.SMALL));
        return;
      }
      var unproven = Texts.line(proven == null ? "not authenticated" : "key proven", Style.SMALL);
      unproven.setGraphic(
          proven == null ? Icons.of(Feather.USER_X, Tone.CAUTION) : Icons.of(Feather.KEY));
      getChildren().add(unproven);
      if (proven == null) {
        var choose = new Hyperlink("Choose a key…");
        choose.getStyleClass().add("small-link");
        choose.setOnAction(_ -> open.run());
        getChildren().add(choose);
      }
    } else {
      getChildren().add(name(actor.id()));
      var fingerprint = Texts.line(Texts.shortFingerprint(key), Style.SMALL);
      fingerprint.setGraphic(Icons.of(Feather.KEY));
      getChildren().add(fingerprint);
    }
    if (entries != null) {
      var chain = Texts.line("chain · " + Texts.count(entries, "entry", "entries"), Style.SMALL);
      chain.setGraphic(Icons.of(Feather.LINK));
      chain.setId("chain-length");
      getChildren().add(chain);
    }
  }

  private static javafx.scene.control.Label name(String id) {
    var name = Texts.line(id, Style.STRONG);
    name.setId("operator");
    name.setAccessibleText("Operator: " + id);
    return name;
  }
}
