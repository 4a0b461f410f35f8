package dev.plimsoll.core.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentReportTest {
  @Test
  void theTextSaysWhatWasFoundWhereAndWhatToDoNext() {
    assertThat(Reports.broken().text())
        .startsWith("VERIFICATION OF AN AUDIT CHAIN\n\nBROKEN\nEntry 40 (line 41, byte 9812) was")
        .contains("Log       exports/ops-2026-03.jsonl\n", "Size      20,480 bytes\n")
        .contains(
            "SHA-256   0183f4aa6c83c3", "Recipe    aetherlink: SHA-256", "Why       The first 16")
        .contains("Anchor    1,247 entries, head 4be19f7c…bb0a1c: record of 1.4.0")
        .contains("Where     entry 40 (line 41, byte 9812)\nCode      HASH_MISMATCH\n")
        .contains("They differ from character 65 on.")
        .contains("1. Copy the file aside as it is")
        .contains("When      2 March 2026, 08:15:00 UTC", "Who       auditor@example.org")
        .contains("With      plimsoll 0.1.0")
        .endsWith("\n");
    assertThat(Reports.broken().text().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void foundAndExpectedStandOneAboveTheOtherSoThatColumnsMatch() {
    assertThat(Reports.broken().text())
        .contains("found     " + Reports.FOUND.substring(0, 90) + "\n")
        .contains("expected  " + Reports.FOUND.replace("9640.0", "964.0").substring(0, 90) + "\n")
        .contains("\n" + " ".repeat(10 + 64) + "^\n");
  }

  @Test
  void aWholeChainGetsAProofForTheFileThatSaysWhatItDoesNotProve() {
    assertThat(Reports.proof().text())
        .contains("\nPROVEN\nAll 1,247 entries are whole and in order.\n")
        .contains("Nothing: no earlier record, checkpoint or pin was at hand.")
        .contains("That this is the newest log")
        .doesNotContain("The first bad entry", "Size", "SHA-256 ");
  }

  @Test
  void whatWouldNotBeSeenIsSpelledOut() {
    var report =
        Reports.broken(new FirstBad("X", 1, 2, 3, "a\u0000b\u202ec\u00a0d\te\n", "\u200bnothing"));
    assertThat(report.text())
        .contains("found     a\\u{0}b\\u{202e}c\\u{a0}d\\u{9}e\\u{a}\n")
        .contains("expected  \\u{200b}nothing\n");
  }

  @Test
  void thePdfSaysTheSameWithItsFontsInside(@TempDir Path folder) throws Exception {
    var file = folder.resolve("incident.pdf");
    Reports.broken().write(file);
    try (var document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      var text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("BROKEN", "Entry 40 (line 41, byte 9812) was changed", "HASH_MISMATCH")
          .contains("aetherlink", "record of 1.4.0", "Copy the file aside", "auditor@example.org")
          .contains("Page 1 of 1", "2 March 2026, 08:15:00 UTC", "plimsoll 0.1.0");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Verification of exports/ops-2026-03.jsonl");
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
    assertThat(Files.size(file)).isLessThan(200_000);
  }

  @Test
  void theSameFactsGiveTheSameBytesInEveryZoneAndLocale() throws IOException {
    var first = bytes(Reports.broken());
    var zone = TimeZone.getDefault();
    var locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(bytes(Reports.broken())).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(bytes(Reports.proof())).isNotEqualTo(first);
  }

  @Test
  void whatTheFontHasNoFormForIsSpelledOutInThePdf() throws IOException {
    var report = Reports.broken(new FirstBad("X", 1, 2, 3, "\u4e2d \u00e9 \ud83d\ude00", ""));
    try (var document = Loader.loadPDF(bytes(report))) {
      assertThat(new PDFTextStripper().getText(document)).contains("\\u{4e2d} \u00e9 \\u{1f600}");
    }
  }

  @Test
  void aLongLineGoesOnOnTheNextPage() throws IOException {
    var report = Reports.broken(new FirstBad("X", 1, 2, 3, "x".repeat(9000), "y".repeat(9000)));
    try (var document = Loader.loadPDF(bytes(report))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      assertThat(new PDFTextStripper().getText(document)).contains("Found, going on", "Page 2 of");
    }
  }

  @Test
  void aReportIsNeverWrittenOverAndOnlyUnderANameThatSaysItsKind(@TempDir Path folder)
      throws IOException {
    var there = Files.writeString(folder.resolve("there.txt"), "kept");
    assertThatThrownBy(() -> Reports.proof().write(there))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("already");
    assertThat(there).hasContent("kept");
    assertThatThrownBy(() -> Reports.proof().write(folder.resolve("report.html")))
        .hasMessageContaining("ends neither in .pdf nor in .txt");
    assertThat(folder.resolve("report.html")).doesNotExist();
    Reports.proof().write(folder.resolve("Proof.TXT"));
    assertThat(folder.resolve("Proof.TXT")).hasContent(Reports.proof().text());
  }

  @Test
  void aFileIsDescribedByItsSizeAndDigestAndOneThatCannotBeReadByNeither(@TempDir Path folder)
      throws IOException {
    var log = Files.writeString(folder.resolve("ops.jsonl"), "abc");
    assertThat(Examined.file(log, "ops.jsonl"))
        .isEqualTo(
            new Examined(
                "ops.jsonl",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                -1,
                null));
    assertThat(Examined.file(folder.resolve("gone"), "gone").sha256()).isNull();
  }

  private static byte[] bytes(IncidentReport report) throws IOException {
    var out = new ByteArrayOutputStream();
    report.pdf(out);
    return out.toByteArray();
  }
}
