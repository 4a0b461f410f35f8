package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.record.SealingRequest.Walk;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What stands on the page at which a record is sealed, as far as a sign-off is bound to it. Pure.
final class SealedSights {
  private SealedSights() {}

  static SignOffSubject.Shown shown(SealingRequest request) {
    var inputs = new TreeMap<String, String>();
    for (var walk : request.runs()) {
      var opening = walk.run().opening();
      opening
          .parameters()
          .forEach((name, value) -> inputs.put(walk.checklist().id() + "/" + name, value));
    }
    return new SignOffSubject.Shown(
        request.runs().stream().map(SealedSights::checklist).toList(),
        request.decision().clauses().stream().map(Decision.Clause::sentence).toList(),
        inputs);
  }

  private static SignOffSubject.Checklist checklist(Walk walk) {
    var inputs = new TreeMap<String, String>();
    walk.run()
        .steps()
        .forEach(
            (id, state) -> state.lastAttempt().ifPresent(last -> inputs.put(id, last.inputs())));
    return new SignOffSubject.Checklist(
        walk.checklist().id(),
        walk.checklist().source().sha256(),
        Digests.sha256Hex(CanonicalJson.encode(inputs)));
  }

  static List<String> evidence(SealingRequest request) {
    return kept(request).map(Evidence::sha256).distinct().sorted().toList();
  }

  /// Every file of evidence at the steps of the runs that are sealed, duplicates included.
  static Stream<Evidence> kept(SealingRequest request) {
    return request.runs().stream()
        .flatMap(walk -> walk.checklist().steps().map(step -> walk.run().step(step.id())))
        .flatMap(state ->
            Stream.concat(
                state.attempts().stream()
                    .flatMap(attempt -> {
                      var ending = attempt.ending();
                      return ending == null ? Stream.empty() : ending.evidence().stream();
                    }),
                state.attached().stream()));
  }
}
