package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Navigator;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Everything the palette can lead to: what the page offers, the places there are, projects,
/// releases, and steps.
final class Commands {
  private final Plimsoll plimsoll;
  private final Projects projects;
  private final Navigator navigator;

  Commands(Plimsoll plimsoll, Projects projects, Navigator navigator) {
    this.plimsoll = plimsoll;
    this.projects = projects;
    this.navigator = navigator;
  }

  /// What can be done on the page now.
  static List<Command> ofPage(@Nullable Screen screen) {
    var commands = new ArrayList<Command>();
    if (screen != null) {
      for (var action : screen.actions()) {
        if (action.possible().get()) {
          var keys = action.keys() == null ? "here" : "here · " + action.keys();
          commands.add(new Command(action.name(), keys, Feather.ZAP, action::perform));
        }
      }
    }
    return commands;
  }

  /// What was opened here before, and the checklists and steps of the release the person is at.
  /// Reads files: off the window's thread.
  ///
  /// @param here where the person is
  List<Command> ofProjects(Place here) {
    var commands = new ArrayList<Command>();
    switch (here) {
      case Place.Release at -> release(at.root(), at.version(), commands);
      case Place.ChecklistRun at -> release(at.root(), at.version(), commands);
      case Place.Home _,
          Place.Project _,
          Place.Audit _,
          Place.AuditFile _,
          Place.AuditChain _,
          Place.OwnLog _,
          Place.Backups _,
          Place.BackupSet _,
          Place.History _,
          Place.RecordFile _,
          Place.KeptRecord _,
          Place.Settings _ -> {}
    }
    for (var run : plimsoll.inFlight()) {
      commands.add(
          new Command(
              run.product() + " " + run.version() + " · " + run.checklist(),
              "not finished",
              Feather.PLAY,
              () ->
                  navigator.go(
                      new Place.ChecklistRun(run.root(), run.version(), run.checklist()))));
    }
    for (var project : plimsoll.recentProjects()) {
      commands.add(
          new Command(
              project.product(),
              project.root().toString(),
              Feather.FOLDER,
              () -> navigator.go(new Place.Project(project.root()))));
      backups(project.root(), project.product(), commands);
    }
    return commands;
  }

  private void backups(Path root, String product, List<Command> commands) {
    try {
      for (var set : projects.at(root).backups().sets()) {
        commands.add(
            new Command(
                "Backups of " + set.name(),
                "backup set of " + product,
                Feather.ARCHIVE,
                () -> navigator.go(new Place.BackupSet(root, set.name()))));
      }
    } catch (Problem unreadable) {
      // a project that cannot be read says so when a person opens it
    }
  }

  private void release(Path root, String version, List<Command> commands) {
    var release = new Place.Release(root, version);
    commands.add(
        new Command("Release " + version, "release", Feather.DISC, () -> navigator.go(release)));
    for (var checklist : projects.at(root).checklists()) {
      var place = new Place.ChecklistRun(root, version, checklist.id());
      commands.add(
          new Command(
              checklist.title(), "checklist", Feather.CHECK_SQUARE, () -> navigator.go(place)));
      checklist
          .steps()
          .forEach(step ->
              commands.add(
                  new Command(
                      step.title(),
                      "step of " + checklist.title(),
                      Feather.CORNER_DOWN_RIGHT,
                      () -> navigator.go(place))));
    }
  }
}
