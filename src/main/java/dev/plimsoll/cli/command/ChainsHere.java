package dev.plimsoll.cli.command;

import dev.plimsoll.core.ChainDesk;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.model.Problem;
import org.jspecify.annotations.Nullable;

/// The desk that verifies chains: of the project that the command stands in, or of nobody where it
/// stands in none.
final class ChainsHere implements AutoCloseable {
  private final Plimsoll plimsoll;
  private final @Nullable OpenProject project;
  private final ChainDesk desk;

  private ChainsHere(Plimsoll plimsoll, @Nullable OpenProject project, ChainDesk desk) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.desk = desk;
  }

  /// @throws Problem where a project was named and cannot be opened
  static ChainsHere open(Invocation invocation) {
    var plimsoll = invocation.open();
    try {
      var project = project(invocation, plimsoll);
      return new ChainsHere(
          plimsoll,
          project,
          project == null
              ? ChainDesk.alone(invocation.surroundings().environment())
              : project.chains());
    } catch (RuntimeException notOpened) {
      plimsoll.close();
      throw notOpened;
    }
  }

  /// A file can be verified anywhere, so a folder without a usable project is none.
  private static @Nullable OpenProject project(Invocation invocation, Plimsoll plimsoll) {
    try {
      var project = invocation.project(plimsoll);
      try {
        project.definition();
        return project;
      } catch (RuntimeException unusable) {
        project.close();
        throw unusable;
      }
    } catch (Problem none) {
      if (invocation.isProjectNamed()) {
        throw none;
      }
      return null;
    }
  }

  ChainDesk desk() {
    return desk;
  }

  @Nullable OpenProject project() {
    return project;
  }

  @Override
  public void close() {
    if (project != null) {
      project.close();
    }
    plimsoll.close();
  }
}
