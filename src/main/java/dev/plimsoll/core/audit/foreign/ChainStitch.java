package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Recipe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts examined lines together into a chain, in the order of the file: whether each follows the
/// one before, counts on, and agrees with the anchors. For one thread.
public final class ChainStitch {
  private final Recipe recipe;
  private final LineExaminer examiner;
  private final Anchors anchors;
  private final LinkDefects defects;
  private final StyleWatch styles;
  private final Remarks remarks = new Remarks();
  private long entries;
  private @Nullable String head;
  private @Nullable Line last;
  private @Nullable OpenQuestion question;

  /// A line of a raw-line chain that does not follow, until the next one tells whose fault it is.
  private record OpenQuestion(Line before, Line line, @Nullable String prev, String hash) {}

  public ChainStitch(Recipe recipe, LineExaminer examiner, Known known) {
    this.recipe = recipe;
    this.examiner = examiner;
    this.anchors = new Anchors(known, examiner);
    this.defects = new LinkDefects(recipe);
    this.styles = new StyleWatch(remarks);
    this.head = examiner.genesis();
  }

  /// How many entries were accepted.
  public long entries() {
    return entries;
  }

  /// The hash text of the last entry, or the genesis before the first; null for JSON null.
  public @Nullable String head() {
    return head;
  }

  /// Takes the next line that is not blank.
  ///
  /// @return the verdict that it settles, or null to go on
  public @Nullable ForeignVerdict accept(Line line, LineExam exam) {
    if (exam.obstacle() != null) {
      return new ForeignVerdict.CouldNotTell(
          Place.of(entries, line) + " cannot be judged: it " + exam.obstacle() + ".");
    }
    var defect = question == null ? defect(line, exam) : answer(question, exam);
    if (defect != null) {
      return new ForeignVerdict.Broken(defect);
    }
    note(line, exam);
    entries++;
    head = exam.hash();
    last = line;
    defect = question == null ? anchors.reached(entries, line, exam.hash()) : null;
    return defect == null ? null : new ForeignVerdict.Broken(defect);
  }

  private @Nullable Defect defect(Line line, LineExam exam) {
    if (exam.defect() != null) {
      return defects.line(entries, line, exam.defect());
    }
    if (!Objects.equals(exam.prev(), head)) {
      if (examiner.isRaw() && last != null) {
        return asked(last, line, exam);
      }
      return defects.previous(entries, line, exam, head);
    }
    var seq = recipe.fields().seq();
    if (seq != null && exam.seq() != null && exam.seq() != seq.start() + entries) {
      return defects.count(entries, line, exam.seq(), seq.start() + entries);
    }
    return null;
  }

  /// Without a hash of its own, a line that does not follow may be the changed one, or the line
  /// before. What vouches for it decides: an anchor, or the line after it.
  private @Nullable Defect asked(Line before, Line line, LineExam exam) {
    var anchor = anchors.at(entries + 1);
    var open = new OpenQuestion(before, line, exam.prev(), exam.hash());
    if (anchor == null) {
      question = open;
      return null;
    }
    return anchors.agrees(anchor, exam.hash())
        ? blameBefore(open, entries, true)
        : blame(open, entries);
  }

  private Defect answer(OpenQuestion open, LineExam next) {
    return next.defect() == null && open.hash().equals(next.prev())
        ? blameBefore(open, entries - 1, true)
        : next.defect() == null ? blame(open, entries - 1) : blameBefore(open, entries - 1, false);
  }

  private Defect blameBefore(OpenQuestion open, long entry, boolean sure) {
    return defects.rawBefore(entry, open.before(), open.prev(), sure);
  }

  private Defect blame(OpenQuestion open, long entry) {
    var exam = new LineExam(null, null, open.prev(), open.hash(), null, 0, List.of());
    return defects.previous(entry, open.line(), exam, hashOf(open.before()));
  }

  private String hashOf(Line line) {
    return examiner.making().of(line.bytes());
  }

  /// Notes a blank line.
  public void blank(Line line) {
    remarks.add(
        VerdictCode.CHAIN_BLANK_LINE,
        entries,
        line,
        "Line "
            + line.number()
            + " (byte "
            + line.offset()
            + "), before entry "
            + entries
            + ", is blank: a writer of entries leaves none.");
  }

  private void note(Line line, LineExam exam) {
    if (line.isMarked()) {
      remarks.add(
          VerdictCode.CHAIN_BOM,
          entries,
          line,
          "A byte order mark stands before entry "
              + entries
              + " (line "
              + line.number()
              + ", byte 0): an editor saved this file.");
    }
    if (line.end() == Line.End.CR_LF) {
      remarks.add(
          VerdictCode.CHAIN_LINE_END,
          entries,
          line,
          Place.of(entries, line)
              + " ends in CR LF: a transfer or an editor rewrote its line end.");
    }
    styles.note(entries, line, exam.styles());
    for (var flaw : exam.warnings()) {
      remarks.add(
          flaw.code(),
          entries,
          line,
          Place.of(entries, line, flaw.at()) + " " + flaw.reason() + ".");
    }
  }

  /// Whether a stretch that begins like this follows what was accepted so far. For verifications
  /// that judge many lines side by side.
  public boolean follows(@Nullable String prev, @Nullable Long seq) {
    var field = recipe.fields().seq();
    return question == null
        && Objects.equals(prev, head)
        && (field == null || (seq != null && seq == field.start() + entries));
  }

  /// Whether an anchor stands within the next so many entries: those have to be accepted one by
  /// one.
  public boolean isAnchoredWithin(long more) {
    return anchors.anyWithin(entries, entries + more);
  }

  /// Takes a stretch of lines that were judged side by side: every one stands, each follows the one
  /// before it, counts on, ends in LF and warns of nothing; no blank line is among them, no anchor
  /// within ([#isAnchoredWithin(long)]), and its first line follows ([#follows(String, Long)]).
  ///
  /// @param count how many lines
  /// @param sorted how many of them have their members in order ([LineStyle#SORTED])
  /// @param common the styles that all of them may be written in, not none
  /// @param end its last line
  /// @param hash the hash text of its last line
  /// @return false where its style is not that of the lines before: then nothing was taken, and its
  ///   lines have to be accepted one by one
  public boolean passed(long count, long sorted, int common, Line end, String hash) {
    if (!styles.passed(count, sorted, common)) {
      return false;
    }
    entries += count;
    head = hash;
    last = end;
    return true;
  }

  /// The verdict after the last line.
  ///
  /// @param size of the file, in bytes
  public ForeignVerdict end(long size) {
    if (question != null) {
      return new ForeignVerdict.Broken(blameBefore(question, entries - 1, false));
    }
    var missing = anchors.ended(entries, last, size);
    if (missing != null) {
      return new ForeignVerdict.Broken(missing);
    }
    if (last == null || head == null) {
      return new ForeignVerdict.CouldNotTell(
          (size == 0 ? "The file is empty" : "The file holds blank lines and no entry")
              + ", and nothing is known that says how many entries there were.");
    }
    styles.end(entries);
    notesAtTheEnd(last);
    return new ForeignVerdict.Whole(entries, head, remarks.list());
  }

  private void notesAtTheEnd(Line line) {
    if (line.end() == Line.End.NONE) {
      remarks.add(
          VerdictCode.CHAIN_LINE_END,
          entries - 1,
          line,
          Place.of(entries - 1, line)
              + " has no line end, though it is the last: the file may still be being written.");
    }
    if (examiner.isRaw() && anchors.at(entries) == null) {
      remarks.add(
          VerdictCode.LAST_ENTRY_OPEN,
          entries - 1,
          line,
          Place.of(entries - 1, line)
              + " is the last: with this recipe nothing in the file protects it, only an anchor"
              + " does.");
    }
    if (anchors.isEmpty()) {
      remarks.add(
          VerdictCode.NOTHING_TO_COMPARE,
          entries - 1,
          line,
          "Nothing was at hand to compare with: that entries are missing at the end, or that all of"
              + " it was written anew, would not show.");
    }
  }
}
