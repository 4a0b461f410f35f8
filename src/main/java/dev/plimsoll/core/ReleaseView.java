package dev.plimsoll.core;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.ReleaseState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A release as a person sees it: an immutable snapshot.
///
/// @param plan its checklists in order, those for other release types included
/// @param decision the gate's word over the whole release
/// @param needs roles and how many distinct people must sign
/// @param repository what the repository says
public record ReleaseView(
    ReleaseState state,
    List<PlanCard> plan,
    Decision decision,
    Map<String, Integer> needs,
    Repository repository) {
  public ReleaseView {
    plan = List.copyOf(plan);
    needs = Map.copyOf(needs);
  }

  /// @param subject first line of the commit's message
  /// @param commitsSince commits since the previous release's tag (all, without one)
  /// @param solo whether one person plays all roles
  public record Repository(
      String subject, int commitsSince, Optional<String> previousTag, boolean solo) {}
}
