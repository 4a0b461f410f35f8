package dev.plimsoll.core;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.run.ChainLooks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far the chains of other systems went, as the project's log tells it.
///
/// @param records what sealed records say
/// @param sightings what runs and verifications found whole
record KnownHeads(List<At> records, List<At> sightings) {
  static final KnownHeads NONE = new KnownHeads(List.of(), List.of());

  KnownHeads {
    records = List.copyOf(records);
    sightings = List.copyOf(sightings);
  }

  /// @param restarts whether what was known before does not count any more
  /// @param seq the entry of the log that tells it
  record At(ChainHead head, String source, boolean restarts, long seq) {
    Anchor anchor() {
      return new Anchor(head.entries(), head.head(), source);
    }
  }

  static KnownHeads of(OpenProject project) {
    if (project.log().isEmpty()) {
      return NONE;
    }
    var records = new ArrayList<At>();
    for (var release : project.releases()) {
      var sealed = release.sealed();
      if (sealed != null) {
        var source = "the record of " + release.candidate().version();
        sealed.chains().forEach(head -> records.add(new At(head, source, false, sealed.seq())));
      }
    }
    var ledger = project.ledger();
    return new KnownHeads(
        records,
        ledger.sightings().stream()
            .map(seen ->
                new At(seen.chain(), ChainLooks.source(ledger, seen), seen.restarts(), seen.seq()))
            .toList());
  }

  Optional<At> record(String chain) {
    return last(records, chain);
  }

  /// The newest that is known. A look that found fewer entries than were known is not believed over
  /// what was known, unless it was held against nothing.
  Optional<At> seen(String chain) {
    var all = new ArrayList<>(records);
    all.addAll(sightings);
    return all.stream()
        .filter(each -> each.head().name().equals(chain))
        .sorted(Comparator.comparingLong(At::seq))
        .reduce((known, next) ->
            next.restarts() || next.head().entries() >= known.head().entries() ? next : known);
  }

  private static Optional<At> last(List<At> heads, String chain) {
    return heads.stream()
        .filter(each -> each.head().name().equals(chain))
        .max(Comparator.comparingLong(At::seq));
  }
}
