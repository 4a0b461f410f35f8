package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Offers what a project may start from, and shows every file before it is written.
public final class ProposalDialog {
  private final Dialogs dialogs;

  public ProposalDialog(Dialogs dialogs) {
    this.dialogs = dialogs;
  }

  /// @param proposals at least one; the first is chosen
  void show(List<Starter.Proposal> proposals, ProjectViewModel model) {
    var choice = choice(proposals);
    var files = new VBox();
    files.getStyleClass().add(Style.STACK);
    files.getChildren().setAll(files(choice.getValue()));
    choice.valueProperty().addListener((_, _, chosen) -> files.getChildren().setAll(files(chosen)));
    var content = new VBox(Texts.secondary("Start from"), choice, files);
    content.getStyleClass().add(Style.STACK);
    dialogs.show(
        new Panel("Create a .plimsoll", content)
            .wide()
            .focus(choice)
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(
                Action.always("Write these files", null, () -> model.create(choice.getValue()))));
  }

  private static ComboBox<Starter.Proposal> choice(List<Starter.Proposal> proposals) {
    var choice = new ComboBox<>(FXCollections.observableArrayList(proposals));
    choice.setId("start-from");
    choice.setAccessibleText("What the files start from");
    choice.setConverter(new Titles(proposals));
    choice.setValue(proposals.getFirst());
    return choice;
  }

  private static List<Node> files(Starter.Proposal proposal) {
    var shown = new ArrayList<Node>();
    shown.add(
        Texts.text(
            Texts.count(proposal.files().size(), "file")
                + " will be written to "
                + proposal.root()
                + ". Nothing is committed: look at them, change them, then commit them"
                + " yourself."));
    for (var file : proposal.files()) {
      var block =
          new VBox(
              Texts.text(file.path(), Style.MONO, Style.STRONG),
              new CopyField(file.path(), file.text()));
      block.getStyleClass().add(Style.LINES);
      shown.add(block);
    }
    return shown;
  }

  private static final class Titles extends StringConverter<Starter.Proposal> {
    private final List<Starter.Proposal> proposals;

    Titles(List<Starter.Proposal> proposals) {
      this.proposals = proposals;
    }

    @Override
    public String toString(Starter.Proposal proposal) {
      return proposal == null ? "" : proposal.title();
    }

    @Override
    public Starter.Proposal fromString(String title) {
      return proposals.stream()
          .filter(proposal -> proposal.title().equals(title))
          .findFirst()
          .orElseThrow();
    }
  }
}
