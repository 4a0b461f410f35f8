package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.report.PdfSheet.Face;
import dev.plimsoll.core.audit.report.PdfSheet.Ink;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A report as a PDF. Everything in it comes from the report: its date is the report's, and its
/// document id is made of the report's text.
final class ReportPdf {
  private static final float LABEL = 74;
  private static final float NUMBER = 18;
  private static final Ink TEXT = Ink.of(0x1f2328);
  private static final Ink SOFT = Ink.of(0x59636e);

  private final IncidentReport report;

  ReportPdf(IncidentReport report) {
    this.report = report;
  }

  void write(OutputStream out) throws IOException {
    try (var document = new PDDocument()) {
      describe(document);
      new Composition(document).compose();
      document.save(out);
    }
  }

  private void describe(PDDocument document) {
    var when = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    when.setTimeInMillis(report.maker().when().toEpochMilli());
    var about = new PDDocumentInformation();
    about.setTitle("Verification of " + Visible.of(report.examined().name()));
    about.setSubject(report.conclusion().words());
    about.setAuthor(Visible.of(report.maker().who()));
    about.setCreator(report.maker().tool().name() + " " + report.maker().tool().version());
    about.setProducer("Apache PDFBox");
    about.setCreationDate(when);
    about.setModificationDate(when);
    document.setDocumentInformation(about);
    var digest = Digests.sha256(report.text().getBytes(StandardCharsets.UTF_8));
    document.setDocumentId(ByteBuffer.wrap(digest).getLong());
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("en");
    var preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }

  /// Lays one report out.
  private final class Composition {
    private final PdfSheet sheet;
    private final PdfFonts fonts;
    private final Face plain;
    private final Face soft;
    private final Face strong;
    private final Face fixed;

    Composition(PDDocument document) throws IOException {
      sheet = new PdfSheet(document);
      fonts = new PdfFonts(document);
      plain = new Face(fonts.regular, 9.5f, 13.5f, TEXT);
      soft = new Face(fonts.regular, 9.5f, 13.5f, SOFT);
      strong = new Face(fonts.bold, 11, 18, TEXT);
      fixed = new Face(fonts.mono, 8.5f, 13.5f, TEXT);
    }

    void compose() throws IOException {
      sheet.keep(200);
      sheet.write(
          "Verification of an audit chain", new Face(fonts.bold, 18, 30, TEXT), PdfSheet.LEFT);
      sheet.skip(34);
      stamp();
      for (var section : Sections.before(report)) {
        section(section);
      }
      var first = report.first();
      if (first != null) {
        first(first);
      }
      for (var section : Sections.after(report)) {
        section(section);
      }
      var digest = report.examined().sha256();
      var name = PdfFonts.drawable(report.examined().name(), fonts.regular);
      sheet.foot(
          shortened(name) + (digest == null ? "" : "  ·  sha256 " + digest.substring(0, 16) + "…"),
          new Face(fonts.regular, 8, 10, SOFT));
    }

    private String shortened(String name) {
      var most = 60;
      return name.length() <= most ? name : "…" + name.substring(name.length() - most);
    }

    private void stamp() throws IOException {
      var look = Look.of(report.conclusion());
      var word = new Face(fonts.bold, 10.5f, 17, look.ink);
      var sentence = new Face(fonts.regular, 10.5f, 15, TEXT);
      var lines = lines(report.sentence(), sentence, PdfSheet.WIDTH - 32);
      var height = 20 + word.leading() + lines.size() * sentence.leading();
      sheet.box(PdfSheet.LEFT, PdfSheet.WIDTH, height, look.ground);
      sheet.box(PdfSheet.LEFT, 4, height, look.ink);
      sheet.skip(10);
      sheet.write(report.conclusion().words(), word, PdfSheet.LEFT + 18);
      sheet.skip(word.leading());
      for (var line : lines) {
        sheet.write(line, sentence, PdfSheet.LEFT + 18);
        sheet.skip(sentence.leading());
      }
      sheet.skip(16);
    }

    private void title(String title, float with) throws IOException {
      sheet.skip(8);
      sheet.keep(strong.leading() + with);
      sheet.write(title, strong, PdfSheet.LEFT);
      sheet.skip(strong.leading());
    }

    private void section(Sections.Section section) throws IOException {
      title(section.title(), 2 * plain.leading());
      for (var row : section.rows()) {
        row(row);
      }
    }

    private void row(Sections.Row row) throws IOException {
      var x = PdfSheet.LEFT + indent(row.label());
      var face = row.fixed() ? fixed : plain;
      var label = row.label();
      for (var line : lines(row.value(), face, PdfSheet.LEFT + PdfSheet.WIDTH - x)) {
        sheet.keep(face.leading());
        if (!label.isBlank()) {
          sheet.write(label, soft, PdfSheet.LEFT);
          label = "";
        }
        sheet.write(line, face, x);
        sheet.skip(face.leading());
      }
      sheet.skip(2);
    }

    private static float indent(String label) {
      return label.isEmpty() ? 0 : Character.isDigit(label.charAt(0)) ? NUMBER : LABEL;
    }

    private void first(FirstBad first) throws IOException {
      title("The first bad entry", 120);
      row(new Sections.Row("Where", first.place(), false));
      row(new Sections.Row("Code", first.code(), true));
      if (!first.found().isEmpty() || !first.expected().isEmpty()) {
        sheet.skip(4);
        new PdfSides(sheet, fonts).draw(first);
      }
    }

    private List<String> lines(String foreign, Face face, float width) {
      var lines = new ArrayList<String>();
      var line = "";
      for (var word : PdfFonts.drawable(foreign, face.font()).split(" ")) {
        var longer = line.isEmpty() ? word : line + " " + word;
        if (fits(longer, face, width)) {
          line = longer;
          continue;
        }
        if (!line.isEmpty()) {
          lines.add(line);
        }
        line = word;
        while (!fits(line, face, width)) {
          var most = most(line, face, width);
          lines.add(line.substring(0, most));
          line = line.substring(most);
        }
      }
      lines.add(line);
      return lines;
    }

    private boolean fits(String text, Face face, float width) {
      return PdfFonts.width(text, face.font(), face.size()) <= width;
    }

    private int most(String word, Face face, float width) {
      var most = word.length() - 1;
      while (most > 1 && !fits(word.substring(0, most), face, width)) {
        most--;
      }
      return most > 1 && Character.isHighSurrogate(word.charAt(most - 1)) ? most - 1 : most;
    }
  }

  private record Look(Ink ink, Ink ground) {
    static Look of(Conclusion conclusion) {
      return switch (conclusion) {
        case PROVEN -> new Look(Ink.of(0x1a7f37), Ink.of(0xeaf7ee));
        case PROVEN_WITH_WARNINGS, COULD_NOT_TELL -> new Look(Ink.of(0x9a6700), Ink.of(0xfff6dd));
        case BROKEN -> new Look(Ink.of(0xcf222e), Ink.of(0xffeeec));
      };
    }
  }
}
