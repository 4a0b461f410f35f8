package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.EmptyState;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Navigator;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chosen set from top to bottom: what needs a person first, what goes on, what is proven, the
/// restore points.
final class SetBody extends VBox {
  private final BackupViewModel model;
  private final BackupActions actions;
  private final Navigator navigator;
  private final ProgressCard progress;
  private final Timeline timeline;

  SetBody(BackupViewModel model, BackupActions actions, Navigator navigator) {
    this.model = model;
    this.actions = actions;
    this.navigator = navigator;
    this.progress = new ProgressCard(model, actions.stop);
    this.timeline = new Timeline(model);
    getStyleClass().add(Style.PAGE_BODY);
    model.loadedProperty().addListener((_, _, _) -> show());
    model.selectedProperty().addListener((_, _, _) -> show());
    model.lookProperty().addListener((_, _, _) -> show());
    model.problemProperty().addListener((_, _, _) -> show());
    model
        .actProperty()
        .addListener((_, before, now) -> {
          if (!(before instanceof ActState.Running && now instanceof ActState.Running)) {
            show();
          }
        });
    show();
  }

  boolean focusChosen() {
    return timeline.focusChosen();
  }

  private void show() {
    var parts = new ArrayList<Node>();
    var problem = model.problemProperty().get();
    if (problem != null) {
      parts.add(new ErrorPanel(problem, KeyHint.button(actions.again)));
    }
    var set = model.selectedProperty().get();
    if (set == null) {
      if (problem == null) {
        parts.add(
            model.loadedProperty().get()
                ? NoSets.of(model.groups())
                : Texts.secondary("Looking for backup sets …"));
      }
      getChildren().setAll(parts);
      return;
    }
    var look = model.lookProperty().get();
    if (look == null && problem == null) {
      parts.add(Texts.secondary("Looking at the backups …"));
    }
    if (look != null) {
      if (look.past().unfinished() && !model.isRunning()) {
        parts.add(new UnfinishedCard(actions.putRight));
      }
      if (look.permission() == SetLook.Permission.UNTRUSTED) {
        parts.add(untrusted(set));
      }
    }
    switch (model.actProperty().get()) {
      case ActState.Idle _ -> {}
      case ActState.Running _ -> parts.add(progress);
      case ActState.Over over -> parts.add(OverBanner.of(over, waysOn(over)));
    }
    if (look != null) {
      if (look.points().isEmpty()) {
        if (!model.isRunning()) {
          parts.add(empty(set, look));
        }
      } else {
        parts.add(new LeadCard(set, look, model.times()));
        parts.add(timeline);
      }
    }
    getChildren().setAll(parts);
  }

  /// What a person does next, after an act.
  private List<Node> waysOn(ActState.Over over) {
    if (!(over.over() instanceof Ride.Over.Done done)) {
      return List.of();
    }
    return switch (over.act()) {
      case Act.Take _ ->
          done.ended().level() == Ended.Level.GOOD
              ? List.of(KeyHint.button(actions.drill))
              : List.of();
      case Act.Restore _ -> List.of(KeyHint.button(actions.undo));
      case Act.Verify _, Act.Drill _, Act.Undo _, Act.PutRight _, Act.Prune _ -> List.of();
    };
  }

  private Node empty(SetChoice set, SetLook look) {
    if (look.isUnknown(set.set())) {
      return new EmptyState(
          Feather.ARCHIVE,
          "Nothing is known of " + set.name() + " here",
          "Its backups are read with restic, a program that is not run for an auditor, nor before"
              + " the project's files are trusted.");
    }
    var absence = look.absence();
    if (absence.isPresent() && absence.get().told()) {
      return new EmptyState(
          Feather.HELP_CIRCLE,
          "No backup of " + set.name() + " is found",
          absence.get().sentence(),
          look.isAllowed()
              ? new Node[] {KeyHint.button(actions.again, Style.ACCENT)}
              : new Node[0]);
    }
    var files = String.join(", ", set.set().sources().files());
    return new EmptyState(
        Feather.ARCHIVE,
        "No backup of " + set.name() + " yet",
        (files.isEmpty() ? "" : "It saves " + files + " to " + set.set().place().to() + ". ")
            + absence.map(missing -> missing.sentence() + " ").orElse("")
            + (look.isAllowed()
                ? "A backup has its name only after every byte of it was read back."
                : ""),
        look.isAllowed() ? new Node[] {KeyHint.button(actions.take, Style.ACCENT)} : new Node[0]);
  }

  private Node untrusted(SetChoice set) {
    var words =
        new VBox(
            Texts.text("This project's files are not trusted on this machine", Style.STRONG),
            Texts.secondary(
                "A set names programs that run with your rights. Nothing runs before somebody has"
                    + " read what they would do and said yes."));
    words.getStyleClass().add("tight");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var decide = new Button("Read and decide…");
    decide.setId("decide");
    decide.setMinWidth(USE_PREF_SIZE);
    decide.setOnAction(_ -> navigator.go(new Place.Project(set.root())));
    var notice = new HBox(Icons.of(Feather.SHIELD, Tone.CAUTION), words, decide);
    notice.getStyleClass().addAll("notice", "caution");
    notice.setId("untrusted");
    return notice;
  }
}
