package dev.plimsoll.core.audit.foreign;

import java.util.Comparator;
import java.util.List;

/// How a writer spells its lines, apart from what it hashes: the separators and escapes of Python's
/// and ECMAScript's writers. A log is written by one writer; a line in another style than the lines
/// before, or in none of these, was respelled after it was written, or is of a writer that is not
/// known here. A set of styles is an `int` of bits, so that the styles of many lines are one `&`.
public final class LineStyle {
  /// `,` and `:`, ASCII only.
  public static final int COMPACT_ASCII = 1;

  /// `,` and `:`, UTF-8.
  public static final int COMPACT_UTF8 = 2;

  /// `, ` and `: `, ASCII only.
  public static final int SPACED_ASCII = 4;

  /// `, ` and `: `, UTF-8.
  public static final int SPACED_UTF8 = 8;

  /// Any of them.
  public static final int ANY = 15;

  /// Beside a style: the members of every object stand in the order of their names.
  public static final int SORTED = 16;

  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling(null, false, true, false),
          new Spelling(null, false, false, false),
          new Spelling(null, true, true, false),
          new Spelling(null, true, false, false));

  private LineStyle() {}

  /// The styles that a line may be written in.
  static int of(String line, Json.Members entry) {
    var styles = 0;
    for (var i = 0; i < SPELLINGS.size(); i++) {
      if (mayBe(SPELLINGS.get(i), line, entry)
          && new JsonWriting(SPELLINGS.get(i), false).value(entry).text().equals(line)) {
        styles |= 1 << i;
      }
    }
    return isSorted(entry) ? styles | SORTED : styles;
  }

  /// Spares most of the writing: the first member tells the separators.
  private static boolean mayBe(Spelling spelling, String line, Json.Members entry) {
    if (!entry.members().isEmpty()) {
      var spaced = line.charAt(entry.members().getFirst().start() - 1) == ' ';
      if (spaced != spelling.spaced()) {
        return false;
      }
    }
    return !spelling.ascii() || line.chars().allMatch(c -> c < 0x7f);
  }

  private static boolean isSorted(Json value) {
    return switch (value) {
      case Json.Members(var members) -> {
        var sorted = true;
        for (var i = 0; i < members.size() && sorted; i++) {
          sorted =
              isSorted(members.get(i).value())
                  && (i == 0 || isBefore(members.get(i - 1).name(), members.get(i).name()));
        }
        yield sorted;
      }
      case Json.Items(var items) -> items.stream().allMatch(LineStyle::isSorted);
      case Json.Text text -> true;
      case Json.Figure figure -> true;
      case Json.Word word -> true;
    };
  }

  private static boolean isBefore(String a, String b) {
    return Spelling.CODE_POINTS.compare(a, b) < 0
        || Comparator.<String>naturalOrder().compare(a, b) < 0;
  }
}
