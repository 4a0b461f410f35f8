package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.report.PdfSheet.Face;
import dev.plimsoll.core.audit.report.PdfSheet.Ink;
import java.io.IOException;

/// Found and expected side by side in a fixed width, what differs between them on a coloured
/// ground.
final class PdfSides {
  private static final float GAP = 14;
  private static final float INSIDE = 8;
  private static final float SIDE = (PdfSheet.WIDTH - GAP) / 2;
  private static final Ink FRAME = Ink.of(0xd8dee4);
  private static final Ink REMOVED = Ink.of(0xffd7d5);
  private static final Ink ADDED = Ink.of(0xccf1d5);

  private final PdfSheet sheet;
  private final Face title;
  private final Face text;
  private final float character;

  PdfSides(PdfSheet sheet, PdfFonts fonts) {
    this.sheet = sheet;
    this.title = new Face(fonts.bold, 8.5f, 14, Ink.of(0x59636e));
    this.text = new Face(fonts.mono, 7.5f, 11, Ink.of(0x1f2328));
    this.character = PdfFonts.width("0", fonts.mono, text.size());
  }

  void draw(FirstBad first) throws IOException {
    var found = PdfFonts.drawable(first.found(), text.font());
    var expected = PdfFonts.drawable(first.expected(), text.font());
    var difference = Difference.between(found, expected);
    var foundMark =
        expected.isEmpty() ? new Mark(0, 0) : new Mark(difference.from(), difference.foundTo());
    var expectedMark =
        found.isEmpty() ? new Mark(0, 0) : new Mark(difference.from(), difference.expectedTo());
    var perRow = (int) ((SIDE - 2 * INSIDE) / character);
    var rows = Math.max(1, rows(Math.max(found.length(), expected.length()), perRow));
    var done = 0;
    while (done < rows) {
      sheet.keep(title.leading() + 2 * INSIDE + Math.min(rows - done, 4) * text.leading());
      var now =
          Math.min(
              rows - done, (int) ((sheet.room() - title.leading() - 2 * INSIDE) / text.leading()));
      var height = 2 * INSIDE + now * text.leading();
      sheet.write(done == 0 ? "Found" : "Found, going on", title, PdfSheet.LEFT);
      sheet.write(done == 0 ? "Expected" : "Expected, going on", title, PdfSheet.LEFT + SIDE + GAP);
      sheet.skip(title.leading());
      sheet.frame(PdfSheet.LEFT, SIDE, height, FRAME);
      sheet.frame(PdfSheet.LEFT + SIDE + GAP, SIDE, height, FRAME);
      sheet.skip(INSIDE);
      for (var row = done; row < done + now; row++) {
        side(found, foundMark, REMOVED, new Cell(PdfSheet.LEFT + INSIDE, row, perRow));
        side(
            expected,
            expectedMark,
            ADDED,
            new Cell(PdfSheet.LEFT + SIDE + GAP + INSIDE, row, perRow));
        sheet.skip(text.leading());
      }
      sheet.skip(INSIDE + 6);
      done += now;
    }
  }

  private record Mark(int from, int to) {}

  private record Cell(float x, int row, int perRow) {
    int from() {
      return row * perRow;
    }
  }

  private void side(String whole, Mark mark, Ink ink, Cell cell) throws IOException {
    if (whole.isEmpty() && cell.row() == 0) {
      sheet.write("(nothing)", text, cell.x());
    }
    var from = Math.min(whole.length(), cell.from());
    var to = Math.min(whole.length(), cell.from() + cell.perRow());
    if (from == to) {
      return;
    }
    var marked = Math.max(from, mark.from());
    var length = Math.min(to, mark.to()) - marked;
    if (length > 0) {
      sheet.box(cell.x() + (marked - from) * character, length * character, text.leading(), ink);
    }
    sheet.write(whole.substring(from, to), text, cell.x());
  }

  private static int rows(int length, int perRow) {
    return (length + perRow - 1) / perRow;
  }
}
