package dev.plimsoll.desktop.app;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The projects that this window has open, one object per repository. Opening reads files: call it
/// off the window's thread. Thread-safe.
public final class Projects implements AutoCloseable {
  private final Function<Path, OpenProject> opening;
  private final Map<Path, OpenProject> open = new ConcurrentHashMap<>();

  public Projects(Plimsoll plimsoll) {
    this(plimsoll::project);
  }

  private Projects(Function<Path, OpenProject> opening) {
    this.opening = opening;
  }

  /// For an auditor: nothing is remembered of what was opened.
  static Projects toLookAt(Plimsoll plimsoll) {
    return new Projects(plimsoll::projectToLookAt);
  }

  /// The project that `anywhereInside` belongs to; opened when it is asked for the first time.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be opened
  public OpenProject at(Path anywhereInside) {
    var known = open.get(anywhereInside.toAbsolutePath());
    if (known != null) {
      return known;
    }
    var project = opening.apply(anywhereInside);
    var earlier = open.putIfAbsent(project.root(), project);
    if (earlier == null) {
      return project;
    }
    project.close();
    return earlier;
  }

  @Override
  public void close() {
    open.values().forEach(OpenProject::close);
    open.clear();
  }
}
