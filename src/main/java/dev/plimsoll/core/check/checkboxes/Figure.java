package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.checkboxes.Checkboxes.Count;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.markdown.Markdown;
import dev.plimsoll.core.check.markdown.Outline;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/// A figure that a document claims: `28/28`, `28 of 28`, or `28`.
///
/// @param done how many are ticked, or null where only one number is said
/// @param all how many there are
record Figure(@Nullable Integer done, int all, Position at) {
  private static final String NUMBER = "(\\d{1,7})";
  private static final BoundedPattern FRACTION =
      BoundedPattern.of("(?<![\\d/-])" + NUMBER + "\\s*(?:/|of)\\s*" + NUMBER + "(?![\\d/])");
  private static final BoundedPattern WHOLE =
      BoundedPattern.of("(?<![\\d.-])" + NUMBER + "(?![\\d.-])");

  /// @throws Problem where there is none
  static Figure read(Count count, String file, String text) {
    var patterns =
        count.matches() == null
            ? List.of(FRACTION, WHOLE)
            : List.of(BoundedPattern.of(count.matches()));
    for (var pattern : patterns) {
      for (var line : lines(count, file, text)) {
        var found = pattern.groups(line.text());
        if (found == null) {
          throw Problem.of(
              "Figure not read",
              "'" + count.matches() + "' takes too long on " + file + ".",
              "Write a simpler regular expression.");
        }
        if (!found.isEmpty()) {
          return of(found, Position.of(file, line.number()), count);
        }
      }
    }
    throw Problem.of(
        "Figure not read",
        count.place()
            + " holds no figure"
            + (count.matches() == null ? "." : " that '" + count.matches() + "' matches."),
        "Write it as 28/28, or correct 'count'.");
  }

  private record Line(String text, int number) {}

  /// Of Markdown what stands below the heading; of other files every line.
  private static List<Line> lines(Count count, String file, String text) {
    var found = new ArrayList<Line>();
    var name = file.toLowerCase(Locale.ROOT);
    if (!name.endsWith(".md") && !name.endsWith(".markdown")) {
      for (var line : text.split("\\r?\\n", -1)) {
        found.add(new Line(line, found.size() + 1));
      }
      return found;
    }
    var outline = new Outline();
    Markdown.walk(
        Markdown.parse(file, text),
        node -> {
          if (node instanceof Heading heading) {
            outline.enter(heading);
          }
          var isText =
              node instanceof Heading || node instanceof Paragraph || node instanceof TableRow;
          if (isText && outline.isBelow(count.place().anchor())) {
            found.add(
                new Line(
                    node instanceof Block || node instanceof TableRow ? Markdown.text(node) : "",
                    Markdown.line(node)));
          }
        });
    return found;
  }

  private static Figure of(List<String> groups, Position at, Count count) {
    try {
      var first = Integer.parseInt(groups.size() > 1 ? groups.get(1) : groups.getFirst());
      return groups.size() > 2
          ? new Figure(first, Integer.parseInt(groups.get(2)), at)
          : new Figure(null, first, at);
    } catch (NumberFormatException noNumber) {
      throw Problem.of(
          "Figure not read",
          "What '" + count.matches() + "' takes out of " + count.place() + " is no number.",
          "Put the digits into its groups.",
          noNumber);
    }
  }

  Clause judge(int ticked, int counted, String what) {
    var claim = done == null ? String.valueOf(all) : done + "/" + all;
    return (done == null || done == ticked) && all == counted
        ? Clause.held(what + " " + claim + " as " + at.file() + " says")
        : Clause.broken(
            what + " " + ticked + "/" + counted + ", not " + claim,
            Finding.error(
                "It says " + claim + "; counted were " + ticked + "/" + counted + " " + what + ".",
                at,
                "Correct the figure, or the boxes."));
  }
}
