package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.InFlight;
import dev.plimsoll.core.Overdue;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.Readiness;
import dev.plimsoll.core.RecentProject;
import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What was opened here before, what is not finished, and the four wizards of the project that the
/// person is about to work on: the one opened last, unless they choose another.
public final class HomeViewModel {
  private final Plimsoll plimsoll;
  private final Consumer<Path> sample;
  private final Surroundings window;
  private final ObservableList<RecentProject> recent = FXCollections.observableArrayList();
  private final ObservableList<InFlight> inFlight = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Wizards> wizards = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty working = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  private @Nullable Path chosen;

  /// @param sample makes the sample in a new folder; called off the window's thread
  public HomeViewModel(Plimsoll plimsoll, Consumer<Path> sample, Surroundings window) {
    this.plimsoll = plimsoll;
    this.sample = sample;
    this.window = window;
  }

  /// Looks again.
  public void refresh() {
    record Seen(List<RecentProject> recent, List<InFlight> inFlight) {}
    window
        .tasks()
        .run(
            () -> new Seen(plimsoll.recentProjects(), plimsoll.inFlight()),
            seen -> {
              recent.setAll(seen.recent());
              inFlight.setAll(seen.inFlight());
              loaded.set(true);
              lookAtChosen();
            },
            trouble -> {
              problem.set(trouble);
              loaded.set(true);
            });
  }

  private void lookAtChosen() {
    var before = wizards.get();
    var stays =
        before != null && recent.stream().anyMatch(known -> known.root().equals(before.root()));
    if (stays) {
      choose(before.root());
    } else if (recent.isEmpty()) {
      wizards.set(null);
    } else {
      choose(recent.getFirst().root());
    }
  }

  /// Looks at the wizards of another project.
  public void choose(Path root) {
    chosen = root;
    window
        .tasks()
        .run(
            () -> plimsoll.wizards(root),
            seen -> {
              if (root.equals(chosen)) {
                wizards.set(seen);
              }
            },
            trouble -> {
              if (root.equals(chosen)) {
                wizards.set(
                    new Wizards(
                        root,
                        name(root),
                        new Readiness.NotOpened(trouble),
                        List.of(),
                        Wizards.Backups.NONE));
              }
            });
  }

  private String name(Path root) {
    return recent.stream()
        .filter(known -> known.root().equals(root))
        .findFirst()
        .map(RecentProject::product)
        .orElseGet(() -> String.valueOf(root.getFileName()));
  }

  /// Begins a wizard, or goes on with it. Where the project must be looked at first, that comes
  /// first.
  public void start(Wizard.Kind kind) {
    var offered = wizards.get();
    if (offered != null) {
      window.navigator().go(place(offered, kind));
    }
  }

  /// To a checklist of the maintenance plan, for the release that is under way.
  public void walk(Overdue.Walk overdue) {
    var offered = wizards.get();
    if (offered != null) {
      go(offered, version -> new Place.ChecklistRun(offered.root(), version, overdue.checklist()));
    }
  }

  /// To the backups themselves, where the wizard walks their checklist first.
  public void openBackups() {
    var offered = wizards.get();
    if (offered != null) {
      window.navigator().go(backups(offered));
    }
  }

  /// To a place of the version that the wizards are about, or to the project where there is none.
  private void go(Wizards offered, Function<String, Place> place) {
    var version = offered.version();
    window
        .navigator()
        .go(version == null ? new Place.Project(offered.root()) : place.apply(version));
  }

  /// To the release that the wizards are about, or to the project where there is none yet.
  public void openChosen() {
    var offered = wizards.get();
    if (offered != null) {
      go(offered, version -> new Place.Release(offered.root(), version));
    }
  }

  /// Where backups are taken and put back, whether a checklist walks over it or not.
  private static Place backups(Wizards offered) {
    var sets = offered.backups().sets();
    return sets.isEmpty()
        ? new Place.Backups()
        : new Place.BackupSet(offered.root(), sets.getFirst());
  }

  private static Place place(Wizards offered, Wizard.Kind kind) {
    var version = offered.version();
    var project = new Place.Project(offered.root());
    var wizard = offered.all().stream().filter(each -> each.kind() == kind).findFirst();
    if (wizard.isEmpty()) {
      return project;
    }
    var checklist = wizard.get().checklist();
    return switch (new WizardWords(offered, wizard.get()).lead()) {
      case PROJECT -> project;
      case BACKUPS -> backups(offered);
      case AUDIT -> new Place.OwnLog(offered.root());
      case CHECKLIST ->
          version == null || checklist == null
              ? project
              : new Place.ChecklistRun(offered.root(), version, checklist);
    };
  }

  /// Asks for a folder and goes to its project.
  public void openFolder() {
    window
        .files()
        .folder("Open a repository", null)
        .ifPresent(folder -> window.navigator().go(new Place.Project(folder)));
  }

  public void open(RecentProject project) {
    window.navigator().go(new Place.Project(project.root()));
  }

  public void resume(InFlight run) {
    window.navigator().go(new Place.ChecklistRun(run.root(), run.version(), run.checklist()));
  }

  public void openRelease(InFlight run) {
    window.navigator().go(new Place.Release(run.root(), run.version()));
  }

  public void forget(RecentProject project) {
    window
        .tasks()
        .act(() -> plimsoll.forget(project.root()), () -> recent.remove(project), problem::set);
  }

  /// A folder for the sample that does not exist yet.
  public Path sampleFolder() {
    var home = Path.of(System.getProperty("user.home"));
    var folder = home.resolve("plimsoll-sample");
    for (var n = 2; Files.exists(folder); n++) {
      folder = home.resolve("plimsoll-sample-" + n);
    }
    return folder;
  }

  /// Makes the sample and goes to it.
  public void createSample(Path folder) {
    if (working.get()) {
      return;
    }
    working.set(true);
    problem.set(null);
    window
        .tasks()
        .act(
            () -> sample.accept(folder),
            () -> {
              working.set(false);
              window.dialogs().close();
              window.navigator().go(new Place.Project(folder));
            },
            trouble -> {
              working.set(false);
              problem.set(trouble);
            });
  }

  public ObservableList<RecentProject> recent() {
    return recent;
  }

  public ObservableList<InFlight> inFlight() {
    return inFlight;
  }

  /// The wizards of the chosen project; null before the first look, and where there is none.
  public ReadOnlyObjectProperty<@Nullable Wizards> wizards() {
    return wizards.getReadOnlyProperty();
  }

  /// Whether the first look is over.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  public BooleanProperty working() {
    return working;
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }
}
