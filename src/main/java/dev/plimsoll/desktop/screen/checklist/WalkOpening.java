package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.checklist.ChecklistDifference;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.run.TrafficPlan;
import java.util.Map;
import java.util.Optional;

/// The way to a run: what there is to begin or to continue. Calls may take a moment and are made
/// off the window's thread.
public interface WalkOpening {
  /// @throws dev.plimsoll.core.model.Problem where there is no such checklist, or the project
  ///   cannot be read
  Door look();

  /// Begins the run or continues the open one.
  ///
  /// @param parameters given by the person; empty to continue, or to take the defaults
  /// @throws dev.plimsoll.core.model.Problem where it is not trusted, waits for another checklist,
  ///   or belongs to another process
  Walk open(Map<String, String> parameters);

  /// The same run for looking only, where there is one.
  Optional<Walk> lookOnly();

  /// What the checklist will send to which service.
  ///
  /// @param parameters given so far; those of an open run and defaults stand for the others
  TrafficPlan traffic(Map<String, String> parameters);

  /// The text that helps with a step: a part of a file of the repository.
  ///
  /// @param reference a path with an optional `#anchor`
  /// @throws dev.plimsoll.core.model.Problem where there is no such file
  String help(String reference);

  /// What stands before the run.
  record Door(
      String product, String version, Checklist checklist, Project.Desk desk, Before before) {
    /// Whether the person should look at something first.
    boolean asks() {
      return !before.begun()
          && (!checklist.parameters().isEmpty() || before.changedSince().isPresent() || sends());
    }

    /// Whether any step sends something to a service.
    boolean sends() {
      return checklist.steps().anyMatch(step -> StepRows.requests(step) > 0);
    }
  }

  /// @param begun whether a run is open, so that nothing needs to be asked
  /// @param changedSince what changed in the checklist since it was last walked
  record Before(boolean begun, Optional<ChecklistDifference> changedSince) {}
}
