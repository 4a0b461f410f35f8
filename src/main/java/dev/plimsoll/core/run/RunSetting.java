package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.trust.AllowedSigners;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a run is about.
///
/// @param root the work tree's top folder
/// @param binding looks at the repository; may take a while, is called off the window's thread
/// @param previousTag the last release's tag, or null before the first
/// @param candidate as it was when the run was opened or continued; what is bound to a commit takes
///   it [Candidate#at] the moment
public record RunSetting(
    Project project,
    Checklist checklist,
    Candidate candidate,
    Path root,
    Supplier<Binding> binding,
    @Nullable String previousTag,
    Rules rules) {
  /// What is decided outside of one run.
  ///
  /// @param form how approvals are written down
  /// @param trusted the project's own trust file, as it was when the project was trusted
  /// @param waitsFor titles of the checklists that must be complete before anything irreversible of
  ///   this one is done
  public record Rules(SignOffForm form, AllowedSigners trusted, Supplier<List<String>> waitsFor) {}
}
