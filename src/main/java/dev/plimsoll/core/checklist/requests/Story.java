package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.markdown.Literals;
import dev.plimsoll.core.checklist.markdown.SourceLine;
import dev.plimsoll.core.checklist.markdown.SourceLine.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What became of which line of a source. Not thread-safe.
final class Story {
  private record Entry(int line, Fate fate, String to, String text) {}

  private final List<String> lines;
  private final List<Entry> entries = new ArrayList<>();

  Story(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  void mapped(int line, String to) {
    entries.add(new Entry(line, Fate.MAPPED, to, text(line)));
  }

  void unmapped(int line, String why) {
    entries.add(new Entry(line, Fate.UNMAPPED, why, text(line)));
  }

  private String text(int line) {
    return line < 1 || line > lines.size() ? "" : lines.get(line - 1).strip();
  }

  /// Every line once: those that nobody spoke for are blank or not understood.
  List<SourceLine> ofEveryLine(Literals literals) {
    var told = new ArrayList<SourceLine>();
    for (var i = 1; i <= lines.size(); i++) {
      var number = i;
      var own = entries.stream().filter(entry -> entry.line() == number).toList();
      if (text(i).isEmpty()) {
        told.add(new SourceLine(i, Fate.BLANK, "", ""));
      } else if (own.isEmpty()) {
        var why = text(i).startsWith("#") ? "a comment" : "not understood";
        told.add(new SourceLine(i, Fate.UNMAPPED, why, literals.masked(text(i))));
      } else {
        own.forEach(entry -> told.add(line(entry, literals)));
      }
    }
    return told;
  }

  /// What was told, in the order of the lines.
  List<SourceLine> ofWhatWasSeen(Literals literals) {
    return entries.stream()
        .sorted(Comparator.comparingInt(Entry::line))
        .map(entry -> line(entry, literals))
        .toList();
  }

  private static SourceLine line(Entry entry, Literals literals) {
    return new SourceLine(
        entry.line(), entry.fate(), literals.masked(entry.to()), literals.masked(entry.text()));
  }
}
