package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.Aspect;
import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What lies behind a verdict: what the verification says of single things, and, where the verdict
/// is good, what of the record it bears out. Pure.
final class VerdictEvidence {
  private static final int MOST = 20;

  private VerdictEvidence() {}

  static List<String> of(Verdict verdict, OpenedRecord opened) {
    var lines = new ArrayList<>(verdict.details());
    var record = opened.record();
    var good =
        verdict.level() == Verdict.Level.PROVEN
            || verdict.level() == Verdict.Level.PROVEN_WITH_WARNINGS;
    if (record != null && good) {
      lines.addAll(bearsOut(verdict.aspect(), record, opened));
    }
    return lines;
  }

  private static List<String> bearsOut(Aspect aspect, ReleaseRecord record, OpenedRecord opened) {
    return switch (aspect) {
      case INTEGRITY -> log(record);
      case COMPLETENESS, ANCHORING -> List.of();
      case AUTHENTICITY -> opened.signatures();
      case POLICY -> runs(record);
      case ARTIFACTS -> files(record);
    };
  }

  private static List<String> log(ReleaseRecord record) {
    var log = record.ground().auditLog();
    return List.of(
        "Log " + log.origin(),
        "When the record was drafted it had "
            + Texts.count(log.size(), "entry", "entries")
            + ", the last with the hash "
            + Texts.shortDigest(log.head())
            + ".");
  }

  private static List<String> runs(ReleaseRecord record) {
    var lines = new ArrayList<String>();
    for (var run : record.runs()) {
      lines.add(
          run.checklist().title()
              + ": "
              + run.ending().decision()
              + ", "
              + Texts.count(run.steps().size(), "step")
              + ", "
              + run.ending().completion().toLowerCase(java.util.Locale.ROOT));
    }
    record
        .exceptions()
        .forEach(each -> lines.add("Exception: " + each.step() + ", " + each.kind() + "."));
    record
        .signoffs()
        .forEach(each ->
            lines.add(
                each.role()
                    + ": "
                    + each.principal()
                    + (each.control().equals(ReleaseRecord.SECOND_PERSON)
                        ? ", who ran no step"
                        : ", who ran steps too")));
    return lines;
  }

  private static List<String> files(ReleaseRecord record) {
    var artifacts =
        record.identity().subjects().stream()
            .map(subject ->
                subject.name()
                    + " · "
                    + subject.algorithm()
                    + " "
                    + Texts.shortDigest(subject.digest()));
    var evidence =
        record.runs().stream()
            .flatMap(run ->
                run.steps().stream()
                    .flatMap(step ->
                        Stream.concat(
                                step.attempts().stream()
                                    .flatMap(attempt -> attempt.evidence().stream()),
                                step.beside().attached().stream())
                            .map(file ->
                                run.checklist().id()
                                    + "/"
                                    + step.id()
                                    + " · "
                                    + file.name()
                                    + " · sha256 "
                                    + Texts.shortDigest(file.sha256()))));
    var all = Stream.concat(artifacts, evidence).toList();
    if (all.size() <= MOST) {
      return all;
    }
    var some = new ArrayList<>(all.subList(0, MOST));
    some.add("and " + (all.size() - MOST) + " more, listed with their steps below");
    return some;
  }
}
