package dev.plimsoll.core.audit.report;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts that go into a document, of which only the glyphs used are kept: Noto Sans and Noto
/// Sans Mono (SIL Open Font License 1.1, `resources/fonts`). For one document.
final class PdfFonts {
  private static final float THOUSAND = 1000f;

  final PDFont regular;
  final PDFont bold;
  final PDFont mono;

  PdfFonts(PDDocument document) throws IOException {
    regular = load(document, "NotoSans-Regular");
    bold = load(document, "NotoSans-Bold");
    mono = load(document, "NotoSansMono-Regular");
  }

  private static PDFont load(PDDocument document, String name) throws IOException {
    try (var in = PdfFonts.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
      if (in == null) {
        throw new IOException("the font " + name + " is missing from this installation");
      }
      return PDType0Font.load(document, in, true);
    }
  }

  /// What can be drawn with `font`; a character that it has no form for is spelled `\\u{4e2d}`.
  static String drawable(String text, PDFont font) {
    return Visible.of(text, c -> has(font, c));
  }

  /// @return in points
  static float width(String drawable, PDFont font, float size) {
    try {
      return font.getStringWidth(drawable) / THOUSAND * size;
    } catch (IOException e) {
      throw new IllegalStateException("the font was read when it was loaded", e);
    }
  }

  private static boolean has(PDFont font, int codePoint) {
    try {
      font.encode(Character.toString(codePoint));
      return true;
    } catch (IOException | IllegalArgumentException absent) {
      return false;
    }
  }
}
