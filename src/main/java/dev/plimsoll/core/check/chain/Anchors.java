package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.check.chain.ChainCheck.Against;
import dev.plimsoll.core.check.chain.ChainCheck.Anchoring;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is known of a chain from before.
///
/// @param all every anchor that it is held against
/// @param from the one that growth is counted from: of the earlier step, else what was kept; absent
///   where there is none
record Anchors(List<Anchor> all, Optional<Anchor> from) {
  Anchors {
    all = List.copyOf(all);
  }

  /// @param restarts whether what was known before does not count any more
  private record At(Anchor anchor, boolean restarts, long seq) {
    At(ChainHead head, String source, boolean restarts, long seq) {
      this(new Anchor(head.entries(), head.head(), source), restarts, seq);
    }
  }

  /// @param name of the chain
  /// @throws Problem where an anchor cannot be read, or the earlier step did not see the chain
  static Anchors find(Against against, String name, PastRuns past, UnaryOperator<String> resolve) {
    var all = new ArrayList<Anchor>();
    var step = against.step();
    if (step != null) {
      all.add(ofStep(step, name, past));
    }
    switch (against.anchor()) {
      case Anchoring.LastRecord _ -> newest(records(name, past)).ifPresent(all::add);
      case Anchoring.LastSeen _ -> {
        var known = records(name, past);
        known.addAll(sightings(name, past));
        newest(known).ifPresent(all::add);
      }
      case Anchoring.Given given ->
          all.add(Anchor.parse(resolve.apply(given.text()), "the anchor of the step"));
      case Anchoring.None _ -> {}
    }
    return new Anchors(all, all.stream().findFirst());
  }

  private static Anchor ofStep(String step, String name, PastRuns past) {
    return past.chains().stream()
        .filter(PastRuns.PastChain::ofThisRun)
        .map(PastRuns.PastChain::sighting)
        .filter(seen -> step.equals(seen.step()) && seen.chain().name().equals(name))
        .map(seen -> new At(seen.chain(), "the step " + step + " of this run", false, seen.seq()))
        .max(Comparator.comparingLong(At::seq))
        .map(At::anchor)
        .orElseThrow(() ->
            Problem.of(
                "Chain not verified",
                "The step " + step + " has not found " + name + " whole in this run.",
                "Run that step first."));
  }

  private static List<At> records(String name, PastRuns past) {
    var known = new ArrayList<At>();
    for (var record : past.records()) {
      for (var head : record.chains()) {
        if (head.name().equals(name)) {
          known.add(new At(head, "the record of " + record.version(), false, record.seq()));
        }
      }
    }
    return known;
  }

  private static List<At> sightings(String name, PastRuns past) {
    return past.chains().stream()
        .filter(chain -> chain.sighting().chain().name().equals(name))
        .map(chain -> {
          var seen = chain.sighting();
          return new At(seen.chain(), chain.source(), seen.restarts(), seen.seq());
        })
        .toList();
  }

  /// A look that found fewer entries than were known is not believed over what was known, unless it
  /// was held against nothing.
  private static Optional<Anchor> newest(List<At> known) {
    return known.stream()
        .sorted(Comparator.comparingLong(At::seq))
        .reduce((before, next) ->
            next.restarts() || next.anchor().entries() >= before.anchor().entries() ? next : before)
        .map(At::anchor);
  }
}
