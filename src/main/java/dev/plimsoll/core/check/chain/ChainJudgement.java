package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.Defect;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.Remark;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Judges what a verification of a file found.
///
/// @param shown the file, for a person
record ChainJudgement(ChainCheck verb, String shown, Variables variables) {
  private static final String LEAVE = "Leave the file as it is, and find out who wrote it last.";

  /// @param kept what became of a damaged file, or null where it is not damaged
  record Facts(ForeignVerdict verdict, Anchors anchors, boolean empty, @Nullable KeptCopy kept) {}

  Outcome judge(Facts facts) {
    if (facts.empty()) {
      return empty(facts.anchors().from());
    }
    return switch (facts.verdict()) {
      case ForeignVerdict.Whole whole -> whole(whole, facts.anchors());
      case ForeignVerdict.Broken broken -> broken(broken.defect(), facts.kept());
      case ForeignVerdict.CouldNotTell open ->
          new Outcome.Inconclusive(
              "could not tell",
              List.of(
                  Finding.error(
                      open.sentence(),
                      Position.of(shown),
                      "Nothing is said about the entries. Make the file readable, or name the"
                          + " recipe that it is written by: plimsoll audit recognise FILE")));
    };
  }

  private Outcome empty(Optional<Anchor> anchor) {
    var before =
        anchor
            .map(known ->
                "; " + known.source() + " saw " + Plural.of(known.entries(), "entry", "entries"))
            .orElse("");
    return new Outcome.Failed(
        "no entry" + before,
        List.of(
            Finding.error(
                "The file holds no entry" + before + ".",
                Position.of(shown),
                anchor.isPresent()
                    ? LEAVE
                    : "An empty log proves nothing. See whether anything writes to it.")));
  }

  private Outcome whole(ForeignVerdict.Whole whole, Anchors anchors) {
    var clauses = new ArrayList<Clause>();
    var seen = Plural.of(whole.entries(), "entry", "entries") + ", head " + whole.head();
    var remarks = whole.remarks().stream().map(this::finding).toList();
    clauses.add(
        whole.hasWarnings()
            ? Clause.doubtful(seen, remarks)
            : new Clause(Clause.Verdict.HELD, seen, remarks));
    clauses.add(Clause.held(compared(whole, anchors)));
    var grown = anchors.from().map(anchor -> whole.entries() - anchor.entries());
    clauses.addAll(new Expected(verb.expect(), variables).clauses(whole.entries(), grown));
    return Clause.outcome(clauses);
  }

  private static String compared(ForeignVerdict.Whole whole, Anchors anchors) {
    return anchors
        .from()
        .map(anchor -> {
          var more = whole.entries() - anchor.entries();
          return more == 0
              ? "the same as in " + anchor.source()
              : more + " more than in " + anchor.source();
        })
        .orElse("nothing to compare with");
  }

  private Finding finding(Remark remark) {
    return new Finding(
        remark.isWarning() ? Severity.WARNING : Severity.NOTE,
        remark.sentence(),
        remark.line() > 0 ? Position.of(shown, line(remark.line())) : Position.of(shown),
        null);
  }

  private Outcome broken(Defect defect, @Nullable KeptCopy kept) {
    var findings = new ArrayList<Finding>();
    findings.add(
        Finding.error(
            defect.sentence(),
            Position.of(shown, line(defect.line())),
            kept == null ? LEAVE : LEAVE + " " + kept.sentence()));
    if (!defect.found().isEmpty() || !defect.expected().isEmpty()) {
      findings.add(Finding.note("Found:    " + side(defect.found())));
      findings.add(Finding.note("Expected: " + side(defect.expected())));
    }
    return new Outcome.Failed(defect.code() + ": " + defect.sentence(), findings);
  }

  private static String side(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  private static int line(long line) {
    return (int) Math.min(line, Integer.MAX_VALUE);
  }
}
