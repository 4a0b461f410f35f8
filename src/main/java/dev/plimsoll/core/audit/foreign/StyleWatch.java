package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import org.jspecify.annotations.Nullable;

/// Tells lines that are spelled otherwise than the rest of their file.
final class StyleWatch {
  /// Lines out of order are odd where they are at most one in so many.
  private static final int RARE = 10;

  private final Remarks remarks;
  private int styles = LineStyle.ANY;
  private long sorted;
  private long unsorted;
  private @Nullable Remark firstUnsorted;

  StyleWatch(Remarks remarks) {
    this.remarks = remarks;
  }

  void note(long entry, Line line, int found) {
    if ((found & LineStyle.SORTED) != 0) {
      sorted++;
    } else {
      unsorted++;
      if (firstUnsorted == null) {
        firstUnsorted =
            remark(entry, line, "has its members in another order than the lines around it");
      }
    }
    if ((found & LineStyle.ANY) == 0) {
      remarks.add(
          remark(
              entry,
              line,
              "is spelled as no writer known here does (white space, escapes, or the like): its"
                  + " hash fits, but that it was respelled would not show"));
    } else if ((styles & found & LineStyle.ANY) == 0) {
      remarks.add(
          remark(
              entry,
              line,
              "is spelled otherwise than the lines before it (white space or escapes): its hash"
                  + " fits, but another program wrote it"));
      styles = found & LineStyle.ANY;
    } else {
      styles &= found;
    }
  }

  /// Notes many lines at once, unless they are of another style.
  boolean passed(long count, long inOrder, int common) {
    if ((styles & common & LineStyle.ANY) == 0 || (inOrder < count && firstUnsorted == null)) {
      return false;
    }
    styles &= common;
    sorted += inOrder;
    unsorted += count - inOrder;
    return true;
  }

  void end(long entries) {
    if (firstUnsorted != null && unsorted < sorted && unsorted <= entries / RARE + 1) {
      remarks.add(firstUnsorted);
    }
  }

  private static Remark remark(long entry, Line line, String reason) {
    return new Remark(
        VerdictCode.CHAIN_SPELLING,
        entry,
        line.number(),
        line.offset(),
        Place.of(entry, line) + " " + reason + ".");
  }
}
