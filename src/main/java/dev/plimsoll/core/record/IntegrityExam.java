package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;

/// Is the chain whole, is it the log that the record was sealed over, and does it name the record?
final class IntegrityExam {
  private IntegrityExam() {}

  static Verdict verdict(Examination examination) {
    var log = examination.log();
    if (log == null) {
      return examination.isBare()
          ? Verdict.couldNotTell(
              Aspect.INTEGRITY, "Only the record was given, not the bundle with its audit log.")
          : Verdict.failed(
              Aspect.INTEGRITY,
              VerdictCode.EVIDENCE_MISSING,
              "The bundle lacks its audit log.",
              BundleNames.AUDIT);
    }
    return switch (log.verdict()) {
      case ChainVerdict.Broken broken ->
          Verdict.failed(
              Aspect.INTEGRITY,
              broken.code(),
              broken.sentence(),
              "audit.jsonl, entry " + broken.seq());
      case ChainVerdict.CouldNotTell open ->
          Verdict.couldNotTell(Aspect.INTEGRITY, open.sentence());
      case ChainVerdict.Whole whole -> held(examination, log, whole);
    };
  }

  private static Verdict held(Examination examination, LogReading log, ChainVerdict.Whole whole) {
    var statement = examination.statement();
    if (statement == null) {
      return Verdict.couldNotTell(
          Aspect.INTEGRITY,
          "The chain is whole, but the record that names it cannot be read: "
              + examination.unreadable()
              + ".");
    }
    var tally = new Tally(Aspect.INTEGRITY);
    compare(tally, log, whole, statement.record().ground().auditLog());
    logged(tally, log, statement);
    for (var remark : whole.remarks()) {
      if (remark.code() == VerdictCode.CLOCK_STEPPED
          && isOwn(remark.seq(), statement.record(), log)) {
        tally.warn(remark.code(), remark.sentence(), "audit.jsonl, entry " + remark.seq());
      }
    }
    return tally.verdict(
        "All "
            + whole.entries()
            + " entries follow one another, and entry "
            + log.logged().map(LoggedRecord::seq).orElse(0L)
            + " names this record.");
  }

  private static void compare(
      Tally tally, LogReading log, ChainVerdict.Whole whole, LogPosition named) {
    if (!whole.genesis().equals(named.genesis()) || !log.origin().equals(named.origin())) {
      tally.fail(
          VerdictCode.REC_WRONG_LOG,
          "The audit log is whole, but it is another one than the record names.",
          "audit.jsonl, entry 0");
      return;
    }
    var mark = log.mark(named.size()).orElse(null);
    if (mark != null
        && !(mark.head().equals(named.head()) && mark.rootHash().equals(named.rootHash()))) {
      tally.fail(
          VerdictCode.REC_WRONG_LOG,
          "The first "
              + named.size()
              + " entries are others than those the record was sealed over.",
          "audit.jsonl, entry " + (named.size() - 1));
    }
  }

  private static void logged(Tally tally, LogReading log, Statement statement) {
    var record = statement.record();
    var logged = log.logged().orElse(null);
    if (logged == null || logged.seq() < record.ground().auditLog().size()) {
      tally.fail(
          VerdictCode.REC_NOT_LOGGED,
          "No entry of the log says that this record, " + statement.sha256() + ", was signed.",
          BundleNames.RECORD);
      return;
    }
    var release = record.identity().release();
    if (!logged.product().equals(release.product())
        || !logged.version().equals(release.version())
        || logged.outcome() != record.identity().outcome()) {
      tally.fail(
          VerdictCode.REC_NOT_LOGGED,
          "Entry " + logged.seq() + " names this record as that of another release or outcome.",
          "audit.jsonl, entry " + logged.seq());
    }
  }

  /// Whether an entry lies between the first one of the record's runs and the one that says it was
  /// signed.
  static boolean isOwn(long seq, ReleaseRecord record, LogReading log) {
    var last = log.logged().map(LoggedRecord::seq).orElse(Long.MAX_VALUE);
    return seq <= last && seq >= Math.min(firstOf(record), record.ground().auditLog().size());
  }

  private static long firstOf(ReleaseRecord record) {
    return record.runs().stream()
        .flatMap(run -> run.steps().stream())
        .mapToLong(IntegrityExam::firstOf)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static long firstOf(ReleaseRecord.Step step) {
    var walked = step.walked();
    return walked == null ? Long.MAX_VALUE : walked.firstSeq();
  }
}
