package dev.plimsoll.core;

import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One checklist of the release's plan.
///
/// @param applies whether it is for this release type
/// @param run the newest run that was not aborted
/// @param decision the gate's word over that run, or null before the first
/// @param judgements where its steps stand, empty before the first run
/// @param waitsFor titles of checklists that must be complete before it starts
public record PlanCard(
    Checklist checklist,
    boolean applies,
    Optional<RunState> run,
    @Nullable Decision decision,
    Map<String, Judgement> judgements,
    List<String> waitsFor) {
  public PlanCard {
    waitsFor = List.copyOf(waitsFor);
  }

  /// How many steps stand where.
  public Map<Standing, Integer> counts() {
    var counts = new EnumMap<Standing, Integer>(Standing.class);
    checklist
        .steps()
        .forEach(step -> {
          var judgement = judgements.get(step.id());
          counts.merge(
              judgement == null ? Standing.NOT_RUN : judgement.standing(), 1, Integer::sum);
        });
    return counts;
  }
}
