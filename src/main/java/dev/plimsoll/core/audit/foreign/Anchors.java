package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds a chain against what was kept of it elsewhere.
final class Anchors {
  private final List<Anchor> anchors;
  private final LineExaminer examiner;
  private int next;

  Anchors(Known known, LineExaminer examiner) {
    this.anchors =
        known.anchors().stream().sorted(Comparator.comparingLong(Anchor::entries)).toList();
    this.examiner = examiner;
    this.anchors.forEach(anchor -> requireWhole(anchor, examiner.making()));
  }

  /// A hash that was cut short, or is of another algorithm, cannot be this log's: that tells about
  /// the anchor, and nothing about the log.
  private static void requireWhole(Anchor anchor, HashMaking making) {
    if (!making.isShaped(making.spelled(anchor.head()))) {
      throw Problem.of(
          "Anchor not understood",
          capitalised(anchor.source())
              + " names "
              + Shown.of(anchor.head())
              + ", and a hash of this recipe is "
              + making.shape()
              + ".",
          "Give the whole hash, as a record or a verification printed it, or the right recipe.");
    }
  }

  boolean isEmpty() {
    return anchors.isEmpty();
  }

  /// Whether an anchor stands in entries `from` (how many came before) to `to`.
  boolean anyWithin(long from, long to) {
    return anchors.stream().anyMatch(a -> a.entries() > from && a.entries() <= to);
  }

  /// The anchor that covers exactly so many entries, or null.
  @Nullable Anchor at(long entries) {
    return anchors.stream().filter(a -> a.entries() == entries).findFirst().orElse(null);
  }

  boolean agrees(Anchor anchor, String head) {
    return examiner.spelled(anchor.head()).equals(head);
  }

  /// What is wrong with the entry just read, or null.
  @Nullable Defect reached(long entries, Line line, String head) {
    while (next < anchors.size() && anchors.get(next).entries() <= entries) {
      var anchor = anchors.get(next++);
      if (anchor.entries() == entries && !agrees(anchor, head)) {
        return fork(anchor, line, head);
      }
    }
    return null;
  }

  private Defect fork(Anchor anchor, Line line, String head) {
    var entry = anchor.entries() - 1;
    var expected = examiner.spelled(anchor.head());
    return new Defect(
        VerdictCode.PIN_FORK,
        entry,
        line.number(),
        line.offset(),
        Place.of(entry, line)
            + " is not the one that "
            + anchor.source()
            + " names: the log was written anew, or is another one.",
        Shown.text(head),
        Shown.text(expected));
  }

  /// What is wrong with a file that ends here, or null.
  ///
  /// @param line the last one, or null where there is none
  @Nullable Defect ended(long entries, @Nullable Line line, long size) {
    var most = anchors.isEmpty() ? null : anchors.getLast();
    if (most == null || most.entries() <= entries) {
      return null;
    }
    var lost = most.entries() - entries;
    var where =
        line == null
            ? "the file holds none"
            : "the file ends after entry "
                + (entries - 1)
                + " (line "
                + line.number()
                + ", byte "
                + line.offset()
                + ")";
    return new Defect(
        VerdictCode.PIN_ROLLBACK,
        entries,
        line == null ? 1 : line.number() + 1,
        size,
        "The log was rolled back: "
            + Plural.of(lost, "entry is", "entries are")
            + " missing. "
            + capitalised(most.source())
            + " names "
            + Plural.of(most.entries(), "entry", "entries")
            + ", and "
            + where
            + ".",
        "",
        "entry " + (most.entries() - 1) + " with the hash " + examiner.spelled(most.head()));
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
