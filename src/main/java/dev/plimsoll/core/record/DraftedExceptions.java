package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.record.ReleaseRecord.Exempted;
import dev.plimsoll.core.record.ReleaseRecord.Obligation;
import dev.plimsoll.core.record.SealingRequest.Walk;
import java.util.List;
import java.util.stream.Stream;

/// Exceptions and obligations of a release: where a person's word stands in for a pass. Pure.
final class DraftedExceptions {
  static final String WAIVED = "waived";
  static final String DEFERRED = "deferred";
  static final String NOT_APPLICABLE = "not-applicable";

  private DraftedExceptions() {}

  static List<Exempted> exceptions(List<Walk> walks) {
    return walks.stream()
        .flatMap(walk -> walk.checklist().steps().flatMap(step -> exempted(walk, step.id())))
        .toList();
  }

  static List<Obligation> obligations(List<Walk> walks) {
    return walks.stream()
        .flatMap(walk -> walk.checklist().steps().flatMap(step -> owed(walk, step.id())))
        .toList();
  }

  private static Stream<Obligation> owed(Walk walk, String step) {
    var deferral = walk.run().step(step).deferral();
    return walk.standing(step) != Standing.DEFERRED || deferral == null
        ? Stream.empty()
        : Stream.of(
            new Obligation(name(walk, step), deferral.owner().id(), deferral.dueOn(), "open"));
  }

  /// A step that a condition rules out is none, unless a person said so first.
  private static Stream<Exempted> exempted(Walk walk, String step) {
    var name = name(walk, step);
    var state = walk.run().step(step);
    var standing = walk.standing(step);
    var waiver = state.waiver();
    if (standing == Standing.WAIVED && waiver != null) {
      return Stream.of(
          new Exempted(
              name, WAIVED, waiver.reason(), waiver.owner().id(), waiver.expiresOn(), null));
    }
    var deferral = state.deferral();
    if (standing == Standing.DEFERRED && deferral != null) {
      return Stream.of(
          new Exempted(
              name, DEFERRED, deferral.reason(), deferral.owner().id(), deferral.dueOn(), null));
    }
    var last = state.lastAttempt().orElse(null);
    var ending = last == null ? null : last.ending();
    return standing == Standing.NOT_APPLICABLE
            && last != null
            && ending != null
            && ending.outcome().standing() == Standing.NOT_APPLICABLE
        ? Stream.of(
            new Exempted(
                name, NOT_APPLICABLE, ending.outcome().observed(), last.actor().id(), null, null))
        : Stream.empty();
  }

  private static String name(Walk walk, String step) {
    return walk.checklist().id() + "/" + step;
  }
}
