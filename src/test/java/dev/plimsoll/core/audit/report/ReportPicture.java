package dev.plimsoll.core.audit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Draws the pages of the sample report to pictures, to look at.
public final class ReportPicture {
  private ReportPicture() {}

  /// @param arguments the folder that gets the pictures
  public static void main(String[] arguments) throws IOException {
    draw(Reports.broken(), Path.of(arguments[0]), "report-broken");
    draw(Reports.proof(), Path.of(arguments[0]), "report-proof");
  }

  private static void draw(IncidentReport report, Path folder, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    report.pdf(out);
    try (var document = Loader.loadPDF(out.toByteArray())) {
      for (var page = 0; page < document.getNumberOfPages(); page++) {
        var image = new PDFRenderer(document).renderImageWithDPI(page, 96);
        ImageIO.write(image, "png", folder.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    }
  }
}
