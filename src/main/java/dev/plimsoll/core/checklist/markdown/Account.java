package dev.plimsoll.core.checklist.markdown;

import dev.plimsoll.core.checklist.markdown.SourceLine.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Remembers what became of which line. What nobody speaks for is prose.
final class Account {
  private record Entry(Fate fate, String to) {}

  private final List<String> lines;
  private final TreeMap<Integer, Entry> entries = new TreeMap<>();

  Account(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /// @param line from 1
  String text(int line) {
    return lines.get(line - 1);
  }

  void mapped(int line, String to) {
    entries.put(line, new Entry(Fate.MAPPED, to));
  }

  void unmapped(int line, String why) {
    entries.put(line, new Entry(Fate.UNMAPPED, why));
  }

  List<SourceLine> settled(UnaryOperator<String> masked) {
    var settled = new ArrayList<SourceLine>();
    for (var i = 0; i < lines.size(); i++) {
      var text = lines.get(i);
      var entry =
          text.isBlank()
              ? new Entry(Fate.BLANK, "")
              : entries.getOrDefault(i + 1, new Entry(Fate.UNMAPPED, "prose"));
      settled.add(new SourceLine(i + 1, entry.fate(), entry.to(), masked.apply(text)));
    }
    return settled;
  }
}
