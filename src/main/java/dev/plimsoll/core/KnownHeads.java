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

  /// @param seq the entry of the log that tells it
  record At(ChainHead head, String source, long seq) {
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
        sealed.chains().forEach(head -> records.add(new At(head, source, sealed.seq())));
      }
    }
    var ledger = project.ledger();
    return new KnownHeads(
        records,
        ledger.sightings().stream()
            .map(seen -> new At(seen.chain(), ChainLooks.source(ledger, seen), seen.seq()))
            .toList());
  }

  Optional<At> record(String chain) {
    return last(records, chain);
  }

  Optional<At> seen(String chain) {
    var all = new ArrayList<>(records);
    all.addAll(sightings);
    return last(all, chain);
  }

  private static Optional<At> last(List<At> heads, String chain) {
    return heads.stream()
        .filter(each -> each.head().name().equals(chain))
        .max(Comparator.comparingLong(At::seq));
  }
}
