package dev.plimsoll.cli.command;

import dev.plimsoll.core.ChainDesk;
import dev.plimsoll.core.ProjectChain;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.model.Plural;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// One look at every chain of a project.
record WatchRound(ChainDesk desk) {

  List<ToldChain> foreign() {
    return desk.chains().stream().map(this::look).toList();
  }

  Optional<ToldChain> own() {
    return desk.ownLog()
        .map(verification -> ToldChain.own("the project's own log", verification.run()));
  }

  private ToldChain look(ProjectChain chain) {
    var anchor = chain.seen().orElse(null);
    var recipe = chain.recipe().orElse(null);
    ForeignVerdict verdict =
        recipe == null
            ? new ForeignVerdict.CouldNotTell(
                "No variant of the recipe " + chain.named().recipe() + " fits the file.")
            : desk.verification(chain.file(), recipe, chain.seen().stream().toList()).run();
    if (!isKnown(verdict, chain.seen())) {
      desk.record(chain.named(), recipe, anchor, verdict, null);
    }
    return ToldChain.foreign(
        chain.named().name(),
        verdict,
        new ToldChain.How(recipe == null ? null : recipe.name(), anchor, null));
  }

  /// Whether nothing happened since it was last seen: then the log has nothing new to say.
  private static boolean isKnown(ForeignVerdict verdict, Optional<Anchor> seen) {
    return verdict instanceof ForeignVerdict.Whole whole
        && seen.filter(
                anchor -> anchor.entries() == whole.entries() && anchor.head().equals(whole.head()))
            .isPresent();
  }

  /// `2026-03-01T09:30:00Z ops 1204 entries, 12 more than in the record of 1.4.0, head 5f3a...`
  static String line(ToldChain told, Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS) + "  " + told.log() + "  " + words(told);
  }

  private static String words(ToldChain told) {
    var anchor = told.how().anchor();
    return told.whole()
        .map(whole ->
            Plural.of(whole.entries(), "entry", "entries")
                + compared(whole, anchor == null ? Optional.empty() : Optional.of(anchor))
                + ", head "
                + whole.head())
        .orElse(told.sentence());
  }

  private static String compared(ToldChain.Whole whole, Optional<Anchor> anchor) {
    if (whole.rootHash() != null) {
      return "";
    }
    return anchor
        .map(known -> {
          var more = whole.entries() - known.entries();
          return more == 0
              ? ", the same as in " + known.source()
              : ", " + more + " more than in " + known.source();
        })
        .orElse(", nothing to compare with");
  }
}
