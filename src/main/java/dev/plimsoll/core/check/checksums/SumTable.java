package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.check.markdown.MarkdownTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Lists in tables, of Markdown or CSV. The column of digests is the one that holds any; that of
/// names is headed file, path, name or artifact, else it is the first other one.
final class SumTable {
  private static final Set<String> NAMED =
      Set.of("file", "path", "filename", "file name", "name", "artifact", "artefact", "dataset");

  private final DigestList list;

  private SumTable(DigestList list) {
    this.list = list;
  }

  static DigestList markdown(String file, String text) {
    var table = new SumTable(new DigestList(file, ListForm.MARKDOWN));
    for (var found : MarkdownTable.all(file, text)) {
      var rows = new ArrayList<Row>();
      for (var row : found.rows()) {
        rows.add(new Row(row.cells().stream().map(SumTable::name).toList(), row.line()));
      }
      table.add(found.columns(), rows);
    }
    return table.list;
  }

  /// A cell names the file that it links to, else what it says.
  private static String name(MarkdownTable.Cell cell) {
    var link = cell.link();
    return link == null || link.contains(":") || link.startsWith("#") ? cell.text() : link;
  }

  static DigestList csv(String file, String text) {
    var table = new SumTable(new DigestList(file, ListForm.CSV));
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setCommentMarker('#')
            .get();
    try (var parser = CSVParser.parse(text, format)) {
      var rows = new ArrayList<Row>();
      var line = 1;
      for (var row : parser) {
        rows.add(new Row(row.toList(), line));
        line = (int) parser.getCurrentLineNumber() + 1;
      }
      var head =
          !rows.isEmpty() && rows.getFirst().cells().stream().noneMatch(DigestList::isDigest);
      table.add(
          head ? rows.getFirst().cells() : List.of(), head ? rows.subList(1, rows.size()) : rows);
    } catch (IOException | IllegalStateException | UncheckedIOException malformed) {
      table.list.unread(0, file + " is not well-formed CSV.", "Correct the file.");
    }
    return table.list;
  }

  private static char delimiter(String text) {
    var first = text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
    return first.contains("\t") ? '\t' : first.contains(",") || !first.contains(";") ? ',' : ';';
  }

  private record Row(List<String> cells, int line) {
    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }
  }

  private void add(List<String> head, List<Row> rows) {
    var digests = digests(rows);
    if (digests < 0) {
      return;
    }
    var names = names(head, digests);
    for (var row : rows) {
      list.add(row.cell(names), row.cell(digests), row.line());
    }
  }

  private static int digests(List<Row> rows) {
    for (var row : rows) {
      for (var column = 0; column < row.cells().size(); column++) {
        if (DigestList.isDigest(row.cell(column))) {
          return column;
        }
      }
    }
    return -1;
  }

  private static int names(List<String> head, int digests) {
    for (var column = 0; column < head.size(); column++) {
      if (column != digests && NAMED.contains(head.get(column).strip().toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return digests == 0 ? 1 : 0;
  }
}
