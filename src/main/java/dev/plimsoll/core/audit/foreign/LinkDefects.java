package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with a line, in whole sentences and side by side.
final class LinkDefects {
  private final Recipe recipe;

  LinkDefects(Recipe recipe) {
    this.recipe = recipe;
  }

  /// A line that cannot stand by itself.
  Defect line(long entry, Line line, Flaw flaw) {
    var torn = flaw.code() == VerdictCode.CHAIN_NOT_JSON && line.end() == Line.End.NONE;
    var sides =
        SideBySide.of(
            text(line), flaw.expected() == null ? "a whole entry, on one line" : flaw.expected());
    return new Defect(
        torn ? VerdictCode.CHAIN_TORN_TAIL : flaw.code(),
        entry,
        line.number(),
        line.offset() + flaw.at(),
        Place.of(entry, line, flaw.at())
            + (torn
                ? " is the last and cut off; the file may still be being written: verify again, or"
                    + " restore its end. It "
                : " ")
            + flaw.reason()
            + ".",
        sides.found(),
        sides.expected());
  }

  /// A line that does not name the one before it.
  ///
  /// @param head what it should name, or null for JSON null
  Defect previous(long entry, Line line, LineExam exam, @Nullable String head) {
    String reason;
    if (entry == 0) {
      reason =
          " names "
              + shown(exam.prev())
              + " as the hash before it, where the first entry has "
              + shown(head)
              + ": entries before it are missing, or it was changed.";
    } else if (exam.hash().equals(head)) {
      reason = " stands twice: it is entry " + (entry - 1) + " again.";
    } else {
      reason =
          " does not name the hash of entry "
              + (entry - 1)
              + ": entries are missing between the two, out of order, or one was exchanged.";
    }
    var sides = SideBySide.of(text(line), withPrevious(line, head));
    return new Defect(
        VerdictCode.CHAIN_PREV,
        entry,
        line.number(),
        line.offset(),
        Place.of(entry, line) + reason,
        sides.found(),
        sides.expected());
  }

  /// A line whose bytes are not those that the next line names.
  ///
  /// @param named the hash that the next line names
  /// @param sure whether the next line is vouched for itself
  Defect rawBefore(long after, Line line, @Nullable String named, boolean sure) {
    var entry = after - 1;
    return new Defect(
        VerdictCode.CHAIN_PREV,
        entry,
        line.number(),
        line.offset(),
        Place.of(entry, line)
            + (sure
                ? " was changed, or entries after it are missing: entry "
                    + after
                    + " names another hash, and is vouched for by what follows it."
                : " and entry "
                    + after
                    + " do not fit together: one of the two was changed, or entries between them"
                    + " are missing."),
        Shown.text(text(line)),
        "a line with the hash " + shown(named));
  }

  /// A line that does not count on.
  Defect count(long entry, Line line, long found, long expected) {
    var name = recipe.fields().seq() == null ? "" : recipe.fields().seq().name();
    return new Defect(
        VerdictCode.CHAIN_SEQ,
        entry,
        line.number(),
        line.offset(),
        Place.of(entry, line)
            + " counts "
            + found
            + " in its member "
            + name
            + ", where "
            + expected
            + " should stand: entries are missing, stand twice or out of order.",
        name + " " + found,
        name + " " + expected);
  }

  private String withPrevious(Line line, @Nullable String head) {
    var name = recipe.fields().prev();
    try {
      var text = LineExaminer.decoded(line.bytes());
      var members = JsonReading.read(text);
      var member = name == null ? null : members.find(name);
      return member == null
          ? shown(head)
          : LineExaminer.replaced(new LineExaminer.Entry(text, members), member, head);
    } catch (CharacterCodingException | NotJson unread) {
      return shown(head);
    }
  }

  static String text(Line line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  private static String shown(@Nullable String hash) {
    return hash == null ? "null" : hash.isEmpty() ? "an empty text" : Shown.of(hash);
  }
}
