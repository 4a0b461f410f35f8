package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One repository: is it sound, may it run, what is to be released.
public final class ProjectViewModel {
  private final Path folder;
  private final Supplier<OpenProject> project;
  private final Starter starter;
  private final Surroundings window;
  private final ReadOnlyObjectWrapper<ProjectState> state =
      new ReadOnlyObjectWrapper<>(new ProjectState.Looking());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final StringProperty version = new SimpleStringProperty("");

  /// @param folder what was picked, somewhere in a work tree
  /// @param project opens it; called off the window's thread
  public ProjectViewModel(
      Path folder, Supplier<OpenProject> project, Starter starter, Surroundings window) {
    this.folder = folder;
    this.project = project;
    this.starter = starter;
    this.window = window;
  }

  /// Reads everything again.
  public void refresh() {
    window.tasks().run(this::look, this::seen, problem::set);
  }

  private ProjectState look() {
    OpenProject opened;
    try {
      opened = project.get();
      opened.reload();
    } catch (Problem notOpened) {
      return new ProjectState.Refused(notOpened, starter.propose(folder));
    }
    var errors = opened.hasErrors();
    return new ProjectState.Opened(
        opened.root(),
        errors ? name(opened) : opened.definition().product(),
        opened.trustQuestion(),
        opened.findings(),
        errors ? new ProjectState.Next(null, null) : next(opened),
        errors ? List.of() : opened.releases());
  }

  private static String name(OpenProject project) {
    return Optional.ofNullable(project.root().getFileName()).map(Path::toString).orElse("Project");
  }

  private static ProjectState.Next next(OpenProject project) {
    try {
      return new ProjectState.Next(project.propose(), null);
    } catch (Problem noVersion) {
      return new ProjectState.Next(null, noVersion);
    }
  }

  private void seen(ProjectState now) {
    problem.set(null);
    state.set(now);
    if (version.get().isEmpty()
        && now instanceof ProjectState.Opened opened
        && opened.next().proposed() != null) {
      version.set(opened.next().proposed().version());
    }
  }

  /// Says yes to exactly the files that were shown.
  public void trust() {
    if (state.get() instanceof ProjectState.Opened opened) {
      window
          .tasks()
          .act(
              () -> project.get().trust(opened.question().digest()),
              () -> {
                window.dialogs().tell("Trusted. Plimsoll asks again when a file changes.");
                refresh();
              },
              trouble -> {
                problem.set(trouble);
                window.tasks().run(this::look, state::set, problem::set);
              });
    }
  }

  /// Writes the proposed files.
  public void create(Starter.Proposal proposal) {
    window
        .tasks()
        .act(
            () -> starter.write(proposal),
            () -> {
              window.dialogs().close();
              refresh();
            },
            problem::set);
  }

  /// Goes to the release whose version stands in the field.
  public void openRelease() {
    if (state.get() instanceof ProjectState.Opened opened && !version.get().isBlank()) {
      openRelease(opened.root(), version.get().strip());
    }
  }

  public void openRelease(Path root, String which) {
    window
        .tasks()
        .run(
            () -> project.get().release(which),
            _ -> window.navigator().go(new Place.Release(root, which)),
            problem::set);
  }

  public Path folder() {
    return folder;
  }

  public ReadOnlyObjectProperty<ProjectState> state() {
    return state.getReadOnlyProperty();
  }

  /// What went wrong at the last act, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  public StringProperty version() {
    return version;
  }
}
