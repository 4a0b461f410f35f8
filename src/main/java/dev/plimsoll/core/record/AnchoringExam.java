package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.record.ReleaseRecord.Subject;
import dev.plimsoll.core.trust.Printable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Where was the log published, and how far? Level L0 is nowhere but in the bundle, L1 the message
/// of the release tag; a checkpoint that the verifier kept is an anchor of the verifier's own.
final class AnchoringExam {
  private AnchoringExam() {}

  static Verdict verdict(Examination examination) {
    var log = examination.log();
    var checkpoint = examination.checkpoint();
    if (log == null || log.whole().isEmpty() || checkpoint == null) {
      return Verdict.couldNotTell(
          Aspect.ANCHORING, "There is no whole log with a checkpoint that could be anchored.");
    }
    var entries = log.whole().get().entries();
    if (log.keys().stream().noneMatch(checkpoint::verify)
        || !CompletenessExam.isAt(log, checkpoint)) {
      return Verdict.couldNotTell(
          Aspect.ANCHORING, "No checkpoint of this log holds, so nothing is anchored.");
    }
    var tally = new Tally(Aspect.ANCHORING);
    var logged = log.logged().map(LoggedRecord::seq).orElse(entries);
    if (checkpoint.size() <= logged) {
      tally.warn(
          VerdictCode.TAIL_UNANCHORED,
          "The checkpoint covers "
              + Plural.of(checkpoint.size(), "entry", "entries")
              + "; the one that names this record is not among them.",
          "audit.jsonl, entry " + checkpoint.size());
    } else if (checkpoint.size() < entries) {
      tally.warn(
          VerdictCode.TAIL_UNANCHORED,
          Plural.of(entries - checkpoint.size(), "entry", "entries")
              + " at the end of the log in the bundle "
              + (entries - checkpoint.size() == 1 ? "is" : "are")
              + " covered by no checkpoint.",
          "audit.jsonl, entry " + checkpoint.size());
    }
    examination.against().kept().forEach(kept -> sameTag(tally, examination.statement(), kept));
    var anchor =
        examination.against().kept().stream()
            .filter(kept -> kept.checkpoint().origin().equals(log.origin()))
            .filter(kept -> CompletenessExam.isAt(log, kept.checkpoint()))
            .max(Comparator.comparingLong(kept -> kept.checkpoint().size()))
            .orElse(null);
    if (anchor == null) {
      tally.remark(
          VerdictCode.NOTHING_TO_COMPARE,
          "Level L0: nothing outside the bundle was given that the log could be compared with.");
    }
    return tally.verdict(
        "Tamper-evident up to checkpoint "
            + (anchor == null
                ? checkpoint.size() + ", signed with the log's key and published nowhere else (L0)."
                : anchor.checkpoint().size()
                    + ", "
                    + where(anchor)
                    + ", and signed with the log's key up to "
                    + checkpoint.size()
                    + "."));
  }

  private static String where(KeptCheckpoint anchor) {
    var tag = anchor.tag();
    return tag == null
        ? "which you kept"
        : "published in the message of tag " + Printable.of(tag.name()) + " (L1)";
  }

  /// A tag is a subject of the record: another object under its name was made afterwards.
  private static void sameTag(Tally tally, @Nullable Statement statement, KeptCheckpoint kept) {
    var tag = kept.tag();
    if (tag == null || statement == null) {
      return;
    }
    var named =
        statement.record().identity().subjects().stream()
            .filter(it -> it.algorithm().equals(Subject.GIT_TAG))
            .toList();
    if (named.stream().noneMatch(it -> tag.isNamed(it.digest()))) {
      tally.fail(
          VerdictCode.ARTIFACT_MISMATCH,
          "Tag "
              + Printable.of(tag.name())
              + " is not the tag object that the record names: it was made again or moved.",
          "tag " + Printable.of(tag.name()));
    }
  }
}
