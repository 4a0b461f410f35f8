package dev.plimsoll.core.check.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// A table of a Markdown document.
///
/// @param sections the headings that it stands below, the innermost last
/// @param columns what its head says
/// @param line of the head
public record MarkdownTable(
    List<Section> sections, List<String> columns, List<Row> rows, int line) {
  public MarkdownTable {
    sections = List.copyOf(sections);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// @param cells as many as there are columns
  public record Row(List<Cell> cells, int line) {
    public Row {
      cells = List.copyOf(cells);
    }

    public List<String> texts() {
      return cells.stream().map(Cell::text).toList();
    }
  }

  /// @param text without markup
  /// @param link where the first link of the cell leads, or null
  public record Cell(String text, @Nullable String link) {}

  /// Whether it stands below the heading with this anchor, directly or not.
  public boolean isBelow(String anchor) {
    return sections.stream().anyMatch(section -> section.anchor().equals(anchor));
  }

  /// Every table, in order.
  ///
  /// @throws dev.plimsoll.core.model.Problem where the text is nested too deeply
  public static List<MarkdownTable> all(String file, String text) {
    var tables = new ArrayList<MarkdownTable>();
    var outline = new Outline();
    Markdown.walk(
        Markdown.parse(file, text),
        node -> {
          switch (node) {
            case Heading heading -> outline.enter(heading);
            case TableBlock table -> tables.add(of(table, outline.sections()));
            default -> {}
          }
        });
    return tables;
  }

  private static MarkdownTable of(TableBlock table, List<Section> sections) {
    var columns = new ArrayList<String>();
    var rows = new ArrayList<Row>();
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow && part instanceof TableHead) {
          cells(row).forEach(cell -> columns.add(cell.text()));
        } else if (row instanceof TableRow && part instanceof TableBody) {
          rows.add(new Row(cells(row), Markdown.line(row)));
        }
      }
    }
    return new MarkdownTable(sections, columns, rows, Markdown.line(table));
  }

  private static List<Cell> cells(Node row) {
    var cells = new ArrayList<Cell>();
    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(new Cell(Markdown.text(cell), link(cell)));
      }
    }
    return cells;
  }

  private static @Nullable String link(Node cell) {
    for (var part = cell.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof Link link) {
        return link.getDestination();
      }
    }
    return null;
  }
}
