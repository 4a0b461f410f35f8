package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.RunState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as a person sees it: an immutable snapshot.
///
/// @param now the repository as last looked at
/// @param whereYouWere what to show when the run was continued, or null when it was opened anew
public record RunView(
    RunState state,
    Checklist checklist,
    List<StepView> steps,
    Decision decision,
    Progress progress,
    Binding now,
    @Nullable WhereYouWere whereYouWere) {
  public RunView {
    steps = List.copyOf(steps);
  }

  public Optional<StepView> step(String id) {
    return steps.stream().filter(view -> view.step().id().equals(id)).findFirst();
  }
}
