package dev.plimsoll.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// A small table for a terminal: columns as wide as their widest cell, the last one open.
public final class Columns {
  private static final int WIDEST = 64;

  private final List<List<String>> rows = new ArrayList<>();

  public Columns(String... head) {
    rows.add(List.of(head));
  }

  public Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public void print(Printer printer) {
    for (var i = 0; i < rows.size(); i++) {
      printer.line(i == 0 ? Tone.STRONG : Tone.PLAIN, line(rows.get(i)));
    }
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (var column = 0; column < row.size(); column++) {
      var last = column == row.size() - 1;
      var cell = last ? row.get(column) : shortened(row.get(column));
      line.append(cell);
      if (!last) {
        line.append(" ".repeat(width(column) - cell.length() + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> shortened(row.get(column)).length()).max().orElse(0);
  }

  private static String shortened(String cell) {
    return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "\u2026";
  }
}
