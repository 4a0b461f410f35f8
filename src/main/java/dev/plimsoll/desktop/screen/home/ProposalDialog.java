package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import javafx.scene.layout.VBox;

/// Shows every file before it is written.
public final class ProposalDialog {
  private final Dialogs dialogs;

  public ProposalDialog(Dialogs dialogs) {
    this.dialogs = dialogs;
  }

  void show(Starter.Proposal proposal, ProjectViewModel model) {
    var content =
        new VBox(
            Texts.text(
                "These files will be written to "
                    + proposal.root()
                    + ". Nothing is committed: look at"
                    + " them, change them, then commit them yourself."));
    content.getStyleClass().add(Style.STACK);
    for (var file : proposal.files()) {
      var block =
          new VBox(
              Texts.text(file.path(), Style.MONO, Style.STRONG),
              new CopyField(file.path(), file.text()));
      block.getStyleClass().add(Style.LINES);
      content.getChildren().add(block);
    }
    dialogs.show(
        new Panel("Create a minimal .plimsoll", content)
            .wide()
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(
                Action.always(
                    "Write " + Texts.count(proposal.files().size(), "file"),
                    null,
                    () -> model.create(proposal))));
  }
}
