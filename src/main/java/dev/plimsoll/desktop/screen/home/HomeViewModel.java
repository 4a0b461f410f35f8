package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.InFlight;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.RecentProject;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What was opened here before and what is not finished.
public final class HomeViewModel {
  private final Plimsoll plimsoll;
  private final Consumer<Path> sample;
  private final Surroundings window;
  private final ObservableList<RecentProject> recent = FXCollections.observableArrayList();
  private final ObservableList<InFlight> inFlight = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final BooleanProperty working = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

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
            },
            trouble -> {
              problem.set(trouble);
              loaded.set(true);
            });
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
