package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The verification while it runs: how far, how fast, how long still; and how it ended.
final class VerifyRow extends VBox {
  private final AuditViewModel model;
  private final GroundRow row = new GroundRow("Verification");
  private final ProgressBar bar = new ProgressBar();
  private final Label pace = Texts.text("", Style.SECONDARY);
  private final Button stop;

  VerifyRow(AuditViewModel model, Action stop) {
    this.model = model;
    this.stop = KeyHint.button(stop);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setId("progress");
    bar.setAccessibleText("Progress");
    pace.setId("pace");
    getChildren().add(row);
    setId("verify-row");
    model.walkProperty().addListener((_, before, now) -> show(before, now));
    model.openedProperty().addListener((_, _, _) -> show(null, model.walkProperty().get()));
    model.recipeProperty().addListener((_, _, _) -> show(null, model.walkProperty().get()));
    show(null, model.walkProperty().get());
  }

  private void show(@org.jspecify.annotations.Nullable WalkState before, WalkState now) {
    switch (now) {
      case WalkState.Idle _ -> {
        row.say(
            Feather.CIRCLE,
            Tone.NEUTRAL,
            model.isReady()
                ? "Not started. Enter verifies every entry; nothing is changed."
                : "Needs a recipe first.");
        row.below(List.of());
      }
      case WalkState.Running running -> {
        if (!(before instanceof WalkState.Running)) {
          row.say(Feather.LOADER, Tone.INFO, "");
          row.below(List.of(bar, pace, stop));
        }
        bar.setProgress(running.pace().share());
        pace.setText(running.pace().words());
      }
      case WalkState.Stopped stopped -> {
        row.say(Feather.SLASH, Tone.NEUTRAL, "Stopped after " + stopped.pace().after() + ".");
        row.below(List.of());
      }
      case WalkState.Ended ended -> {
        var look = ended.conclusion().level().look();
        row.say(look.icon(), look.tone(), "Read " + ended.pace().after() + ".");
        var proven = ended.conclusion().proven();
        row.below(
            proven.head().isEmpty()
                ? List.of()
                : List.of(Texts.text("head " + proven.head(), Style.MONO, Style.SECONDARY)));
      }
    }
  }
}
