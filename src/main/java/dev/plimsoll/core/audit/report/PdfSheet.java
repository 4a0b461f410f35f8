package dev.plimsoll.core.audit.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/// Pages that are filled from top to bottom: text, lines, boxes. Lengths are in points. For one
/// thread.
final class PdfSheet {
  static final float LEFT = 56;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  private static final float TOP = PDRectangle.A4.getHeight() - 56;
  private static final float BOTTOM = 64;

  private final PDDocument document;
  private final List<PDPage> pages = new ArrayList<>();
  private @Nullable PDPageContentStream content;
  private float y = TOP;

  /// @param leading from one line to the next
  record Face(PDFont font, float size, float leading, Ink ink) {}

  /// Red, green and blue, 0 to 1.
  record Ink(float red, float green, float blue) {
    static Ink of(int rgb) {
      return new Ink((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
    }
  }

  PdfSheet(PDDocument document) {
    this.document = document;
  }

  /// Goes to a new page where `height` does not fit on this one.
  void keep(float height) throws IOException {
    if (content == null || y - height < BOTTOM) {
      close();
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      pages.add(page);
      content = new PDPageContentStream(document, page);
      y = TOP;
    }
  }

  /// What is left of this page.
  float room() {
    return content == null ? TOP - BOTTOM : y - BOTTOM;
  }

  void skip(float height) {
    y -= height;
  }

  /// Writes on the present line.
  void write(String drawable, Face face, float x) throws IOException {
    write(drawable, face, x, y - face.size());
  }

  private void write(String drawable, Face face, float x, float baseline) throws IOException {
    var stream = stream();
    stream.beginText();
    stream.setFont(face.font(), face.size());
    stream.setNonStrokingColor(face.ink().red(), face.ink().green(), face.ink().blue());
    stream.newLineAtOffset(x, baseline);
    stream.showText(drawable);
    stream.endText();
  }

  /// A filled box whose top is the present line.
  void box(float x, float width, float height, Ink ink) throws IOException {
    var stream = stream();
    stream.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    stream.addRect(x, y - height, width, height);
    stream.fill();
  }

  void frame(float x, float width, float height, Ink ink) throws IOException {
    var stream = stream();
    stream.setStrokingColor(ink.red(), ink.green(), ink.blue());
    stream.setLineWidth(0.6f);
    stream.addRect(x, y - height, width, height);
    stream.stroke();
  }

  private PDPageContentStream stream() throws IOException {
    keep(0);
    var open = content;
    if (open == null) {
      throw new IllegalStateException("a page is open after keep");
    }
    return open;
  }

  /// Writes the same line at the foot of every page, with its number at the right.
  void foot(String drawable, Face face) throws IOException {
    close();
    for (var i = 0; i < pages.size(); i++) {
      var number = "Page " + (i + 1) + " of " + pages.size();
      try (var stream =
          new PDPageContentStream(
              document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true)) {
        content = stream;
        write(drawable, face, LEFT, 36);
        var width = PdfFonts.width(number, face.font(), face.size());
        write(number, face, LEFT + WIDTH - width, 36);
      } finally {
        content = null;
      }
    }
  }

  private void close() throws IOException {
    if (content != null) {
      content.close();
      content = null;
    }
  }
}
