package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is to be released: the version that the project proposes, with its source, and the releases
/// there are.
final class NextRelease extends VBox {
  private final ProjectViewModel model;

  NextRelease(ProjectState.Opened opened, ProjectViewModel model) {
    this.model = model;
    getStyleClass().add(Style.CARD);
    getChildren().add(Texts.text("Release", Style.CARD_TITLE));
    var proposed = opened.next().proposed();
    var obstacle = opened.next().obstacle();
    if (proposed != null) {
      var before =
          proposed
              .previousTag()
              .map(tag -> " The release before is " + tag + ".")
              .orElse(" There is no release before it.");
      getChildren().add(Texts.secondary(proposed.source() + before));
    }
    if (obstacle != null) {
      getChildren().add(new ErrorPanel(obstacle));
    }
    getChildren().add(field(opened));
    if (!opened.releases().isEmpty()) {
      getChildren()
          .add(new Rows(opened.releases().stream().map(release -> row(opened, release)).toList()));
    }
  }

  private HBox field(ProjectState.Opened opened) {
    var version = new TextField();
    version.textProperty().bindBidirectional(model.version());
    version.setPromptText("Version, such as 1.5.0");
    version.setAccessibleText("Version to release");
    version.setId("version");
    version.setOnAction(_ -> model.openRelease());
    var open = new Button("Open the release");
    open.setId("open-release");
    open.setMinWidth(USE_PREF_SIZE);
    if (opened.question().trusted()) {
      open.getStyleClass().add(Style.ACCENT);
    }
    open.disableProperty().bind(model.version().isEmpty());
    open.setOnAction(_ -> model.openRelease());
    var row = new HBox(version, open);
    row.getStyleClass().add(Style.ROW);
    return row;
  }

  private HBox row(ProjectState.Opened opened, ReleaseState release) {
    var candidate = release.candidate();
    var words =
        new VBox(
            Texts.text(candidate.tag(), Style.STRONG),
            Texts.secondary(
                Texts.count(release.runs().size(), "run")
                    + " · commit "
                    + candidate.bound().shortCommit()));
    words.getStyleClass().add("tight");
    HBox.setHgrow(words, Priority.ALWAYS);
    var sealed = release.sealed();
    var chip =
        sealed == null
            ? new Chip("open", Tone.INFO)
            : new Chip(sealed.outcome().replace('_', ' '), Tone.GOOD);
    var open = new Button(sealed == null ? "Continue" : "Open");
    open.setAccessibleText(open.getText() + " " + candidate.tag());
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(_ -> model.openRelease(opened.root(), candidate.version()));
    var row = new HBox(words, chip, open);
    row.getStyleClass().add(Style.ROW);
    return row;
  }
}
