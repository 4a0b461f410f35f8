package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.VerdictCode;

/// Are all entries there that any known checkpoint covers: the bundle's own, the record's, and
/// those the verifier kept?
final class CompletenessExam {
  private CompletenessExam() {}

  static Verdict verdict(Examination examination) {
    var log = examination.log();
    var checkpoint = examination.checkpoint();
    if (log == null) {
      return Verdict.couldNotTell(
          Aspect.COMPLETENESS, "There is no audit log to count the entries of.");
    }
    var whole = log.whole().orElse(null);
    if (whole == null) {
      return Verdict.couldNotTell(
          Aspect.COMPLETENESS,
          "The chain could not be walked to its end, so its entries cannot be counted.");
    }
    if (checkpoint == null) {
      return examination.bundle().has(BundleNames.CHECKPOINT)
          ? Verdict.failed(
              Aspect.COMPLETENESS,
              VerdictCode.CP_BAD_SIGNATURE,
              "The checkpoint of the bundle is none that anybody signed: it cannot be read.",
              BundleNames.CHECKPOINT)
          : Verdict.failed(
              Aspect.COMPLETENESS,
              VerdictCode.EVIDENCE_MISSING,
              "The bundle lacks its checkpoint.",
              BundleNames.CHECKPOINT);
    }
    var tally = new Tally(Aspect.COMPLETENESS);
    own(tally, log, whole, checkpoint);
    named(tally, examination, whole);
    examination.against().kept().forEach(kept -> pinned(tally, log, whole, kept.checkpoint()));
    examination.against().pins().forEach(pin -> forked(tally, log, pin));
    if (examination.against().kept().isEmpty() && examination.against().pins().isEmpty()) {
      tally.remark(
          VerdictCode.NOTHING_TO_COMPARE,
          "No checkpoint of yours was given: that the whole log was rolled back would not show.");
    }
    return tally.verdict(
        "The log has "
            + whole.entries()
            + " entries, as many as the best checkpoint known covers ("
            + best(examination)
            + ").");
  }

  private static long best(Examination examination) {
    var checkpoint = examination.checkpoint();
    return examination.against().kept().stream()
        .mapToLong(kept -> kept.checkpoint().size())
        .reduce(checkpoint == null ? 0 : checkpoint.size(), Math::max);
  }

  private static void own(
      Tally tally, LogReading log, ChainVerdict.Whole whole, Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(log.origin())) {
      tally.fail(
          VerdictCode.CP_REWRITTEN,
          "The checkpoint of the bundle is of another log.",
          BundleNames.CHECKPOINT);
    } else if (log.keys().stream().noneMatch(checkpoint::verify)) {
      tally.fail(
          VerdictCode.CP_BAD_SIGNATURE,
          "The checkpoint of the bundle is not signed by the log's key.",
          BundleNames.CHECKPOINT);
    } else if (checkpoint.size() > whole.entries()) {
      tally.fail(
          VerdictCode.CP_TRUNCATED,
          "The log has "
              + whole.entries()
              + " entries, but its checkpoint covers "
              + checkpoint.size()
              + ": the end is missing.",
          "audit.jsonl, entry " + whole.entries());
    } else if (!isAt(log, checkpoint)) {
      tally.fail(
          VerdictCode.CP_REWRITTEN,
          "The checkpoint covers other entries than stand in the log.",
          "audit.jsonl, before entry " + checkpoint.size());
    }
  }

  private static void named(Tally tally, Examination examination, ChainVerdict.Whole whole) {
    var statement = examination.statement();
    if (statement == null) {
      tally.unsure(
          "The record cannot be read: " + examination.unreadable() + ".", BundleNames.RECORD);
      return;
    }
    var named = statement.record().ground().auditLog().size();
    if (whole.entries() < named) {
      tally.fail(
          VerdictCode.CP_TRUNCATED,
          "The log has "
              + whole.entries()
              + " entries, but the record was sealed over "
              + named
              + ".",
          "audit.jsonl, entry " + whole.entries());
    }
  }

  private static void pinned(
      Tally tally, LogReading log, ChainVerdict.Whole whole, Checkpoint pin) {
    if (!pin.origin().equals(log.origin())) {
      tally.unsure(
          "The checkpoint you kept is of another log, " + pin.origin() + ".", "your checkpoint");
    } else if (pin.size() > whole.entries()) {
      tally.fail(
          VerdictCode.PIN_ROLLBACK,
          "The log here has "
              + whole.entries()
              + " entries, the checkpoint you kept covers "
              + pin.size()
              + ": the bundle is older than your checkpoint, or the log was rolled back.",
          "audit.jsonl, entry " + whole.entries());
    } else if (!isAt(log, pin)) {
      tally.fail(
          VerdictCode.PIN_FORK,
          "The checkpoint you kept covers other entries than stand in the log: it was rewritten.",
          "audit.jsonl, before entry " + pin.size());
    }
  }

  /// A log that ends before the pin may be of an older record, and says nothing either way.
  private static void forked(Tally tally, LogReading log, Known.Pin pin) {
    log.mark(pin.entries())
        .filter(mark -> !mark.head().equals(pin.head()))
        .ifPresent(_ ->
            tally.fail(
                VerdictCode.PIN_FORK,
                "Entry "
                    + (pin.entries() - 1)
                    + " is not the one that you saw there before: this is another log under the"
                    + " same name, or it was written anew.",
                "audit.jsonl, before entry " + pin.entries()));
  }

  static boolean isAt(LogReading log, Checkpoint checkpoint) {
    return log.mark(checkpoint.size())
        .filter(mark -> mark.rootHash().equals(checkpoint.rootHash()))
        .isPresent();
  }
}
