package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.chain.ChainCheck.Missing;
import dev.plimsoll.core.model.ChainLook;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Verifies a file, records what came out, and judges it.
record ForeignCheck(ChainCheck verb, NamedFile chain, StepContext context) {

  Outcome carryOut() throws InterruptedException {
    var anchors =
        Anchors.find(
            verb.against(),
            chain.named().name(),
            context.release().past(),
            context.variables()::resolve);
    if (!Files.exists(chain.file())) {
      return missing(anchors);
    }
    var verification =
        new ForeignVerification(
            chain.file(), chain.recipe(), new Known(anchors.all(), chain.keys()));
    var verdict =
        new Watched(context.tap(), context.workplace().timeout())
            .run(verification::run, () -> verification.progress().entries());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (verdict.isEmpty()) {
      return new Outcome.Inconclusive(
          "stopped after "
              + Plural.of(verification.progress().entries(), "entry", "entries")
              + ": it took longer than the step may");
    }
    record(anchors, verdict.get());
    var kept =
        verdict.get() instanceof ForeignVerdict.Broken
            ? KeptCopy.of(chain.file(), context.tap())
            : null;
    return new ChainJudgement(verb, chain.shown(), context.variables())
        .judge(new ChainJudgement.Facts(verdict.get(), anchors, isEmpty(), kept));
  }

  private boolean isEmpty() {
    try {
      return Files.isRegularFile(chain.file()) && Files.size(chain.file()) == 0;
    } catch (IOException unreadable) {
      return false; // the verdict says so
    }
  }

  /// A log that was there before and is gone was rolled back to nothing.
  private Outcome missing(Anchors anchors) {
    record(anchors, new ForeignVerdict.CouldNotTell("There is no file " + chain.shown() + "."));
    var place = Position.of(chain.shown());
    var anchor = anchors.from();
    if (anchor.isPresent()) {
      return new Outcome.Failed(
          "the file is gone: "
              + Plural.of(anchor.get().entries(), "entry is", "entries are")
              + " missing since "
              + anchor.get().source(),
          List.of(
              Finding.error(
                  "There is no file "
                      + chain.shown()
                      + "; "
                      + anchor.get().source()
                      + " saw "
                      + Plural.of(anchor.get().entries(), "entry", "entries")
                      + " in it.",
                  place,
                  "Find out who removed it, and bring it back from a backup.")));
    }
    var sentence = "There is no file " + chain.shown() + ".";
    var next = "Correct the path in the project file, or start what writes it.";
    return verb.missing() == Missing.WARN
        ? new Outcome.Warned(
            "the file is not there yet",
            List.of(new Finding(Severity.WARNING, sentence, place, next)))
        : new Outcome.Failed(
            "the file is not there", List.of(Finding.error(sentence, place, next)));
  }

  private void record(Anchors anchors, ForeignVerdict verdict) {
    context
        .release()
        .record(
            new StepContext.Effect.ChainLookedAt(
                new ChainLook(
                    chain.named().name(),
                    chain.shown(),
                    chain.recipe().name(),
                    anchors.from().map(ForeignCheck::against).orElse(null),
                    found(verdict))));
  }

  private static ChainLook.Against against(Anchor anchor) {
    return new ChainLook.Against(anchor.entries(), anchor.head(), anchor.source());
  }

  private static ChainLook.Found found(ForeignVerdict verdict) {
    return switch (verdict) {
      case ForeignVerdict.Whole whole ->
          new ChainLook.Found.Whole(
              whole.entries(),
              whole.head(),
              whole.remarks().stream().filter(remark -> remark.isWarning()).count());
      case ForeignVerdict.Broken broken ->
          new ChainLook.Found.Broken(
              broken.defect().code().name(), broken.defect().entry(), broken.sentence());
      case ForeignVerdict.CouldNotTell open -> new ChainLook.Found.CouldNotTell(open.sentence());
    };
  }
}
