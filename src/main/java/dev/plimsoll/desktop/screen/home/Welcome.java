package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Mark;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a person sees who has never opened anything here.
final class Welcome extends VBox {
  Welcome(Action open, Action trySample, Action audit) {
    getStyleClass().add("welcome");
    setAlignment(Pos.CENTER);
    var promise =
        Texts.text(
            "Release checklists that run, decide, and leave a signed record.", "welcome-title");
    var sample = KeyHint.button(trySample, Style.ACCENT, "large-button");
    sample.setId("try-sample");
    var repository = KeyHint.button(open, "large-button");
    repository.setId("open-repository");
    var log = KeyHint.button(audit, "large-button", Style.FLAT);
    log.setId("verify-log");
    var ways = new FlowPane(sample, repository, log);
    ways.setAlignment(Pos.CENTER);
    ways.getStyleClass().add("ways");
    var hint =
        Texts.secondary(
            "The sample is a small real git repository; it takes about two minutes to walk. Your"
                + " own repository can also be dropped on this window.");
    hint.getStyleClass().add("centred");
    var steps =
        new FlowPane(
            step(
                Feather.CHECK_SQUARE,
                "Pre-release",
                "Checks run on the real repository, people answer the rest, and the gate gives its"
                    + " reasons."),
            step(
                Feather.ACTIVITY,
                "Smoke tests",
                "Asks the running service, and tells a failure from what could not be told."),
            step(
                Feather.ARCHIVE,
                "Backup and restore",
                "A backup counts when it has been restored, and the record says when that was."),
            step(
                Feather.LINK,
                "Audit chain",
                "Everything is signed into a log that anyone can verify, without Plimsoll."));
    steps.setAlignment(Pos.CENTER);
    steps.getStyleClass().add("welcome-steps");
    getChildren().addAll(new Mark(1.9), promise, ways, hint, steps);
  }

  private static Node step(Feather icon, String word, String meaning) {
    var box = new VBox(Icons.of(icon), Texts.text(word, Style.STRONG), Texts.secondary(meaning));
    box.getStyleClass().add("welcome-step");
    return box;
  }
}
