package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.ReleaseRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The log as a line: where this release stands in it, and where it was published. Values only;
/// pure.
///
/// @param size entries of the log when the record was drafted
/// @param from first entry of the release's steps, 0 where there is none
/// @param to last one
/// @param marks from left to right
record AnchorLine(long size, long from, long to, List<Mark> marks) {
  /// @param at an entry's number
  /// @param above whether its words stand above the line
  record Mark(long at, String words, boolean above) {}

  static AnchorLine of(ReleaseRecord record) {
    var walked =
        record.runs().stream()
            .flatMap(run -> run.steps().stream())
            .map(ReleaseRecord.Step::walked)
            .filter(Objects::nonNull)
            .toList();
    var from = walked.stream().mapToLong(ReleaseRecord.Walked::firstSeq).min().orElse(0);
    var to = walked.stream().mapToLong(ReleaseRecord.Walked::lastSeq).max().orElse(0);
    var size = record.ground().auditLog().size();
    var marks = new ArrayList<Mark>();
    if (!walked.isEmpty()) {
      marks.add(new Mark(from, "entry " + number(from), true));
      marks.add(new Mark(to, "entry " + number(to), true));
    }
    marks.add(new Mark(size, "checkpoint at " + number(size) + place(record), false));
    return new AnchorLine(size, from, to, List.copyOf(marks));
  }

  private static String place(ReleaseRecord record) {
    return record.identity().subjects().stream()
        .filter(subject -> subject.algorithm().equals(ReleaseRecord.Subject.GIT_TAG))
        .findFirst()
        .map(subject -> ", in the tag " + subject.name().replaceFirst("^tag:", ""))
        .orElse(", in this record");
  }

  private static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
