package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `audit verify --report`: what came out, to be handed on.
@Timeout(120)
class AuditReportTest {
  private static final Path CHAINS = Path.of("src/test/resources/dev/plimsoll/core/audit/foreign");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void begin() throws IOException {
    shell = Shell.in(Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE))).trusting();
  }

  @Test
  void aBrokenForeignChainBecomesAnIncidentAsTextAndAsPdf() throws IOException {
    var log = folder.resolve("ops.jsonl");
    Files.copy(CHAINS.resolve("broken/entry-missing.jsonl"), log);
    var text = folder.resolve("incident.txt");
    var pdf = folder.resolve("incident.pdf");

    var said = shell.run("audit", "verify", "" + log, "--report", "" + text);
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("Report: " + text);
    assertThat(shell.run("audit", "verify", "" + log, "--report", "" + pdf).exit()).isEqualTo(1);

    assertThat(Files.readString(text))
        .contains("\nBROKEN\n", "Log       " + log, "SHA-256   ", "Recipe    ", "Why       ")
        .contains("Where     entry ", "(line ", "What to do next", "Who       os:");
    try (var document = Loader.loadPDF(pdf.toFile())) {
      assertThat(new PDFTextStripper().getText(document)).contains("BROKEN", "The first bad entry");
    }
  }

  @Test
  void aWholeLogOfOursBecomesAProofForTheFile() throws IOException {
    shell.run("run", "pre-release", "--answer", "reviewed=Grace Hopper");
    var said = shell.run("audit", "verify", "--report", "../proof.txt", "--json");
    assertThat(said.exit()).isZero();
    assertThat(said.json().get("report").asString()).isEqualTo("../proof.txt");
    assertThat(Files.readString(folder.resolve("proof.txt")))
        .contains("\nPROVEN\n", "the audit log of demo", "from a", "Keep this report apart");
  }

  @Test
  void aChangedExportIsShownBesideTheLinkThatItShouldHave() throws IOException {
    shell.run("run", "pre-release", "--answer", "reviewed=Grace Hopper");
    var log = folder.resolve("log.jsonl");
    shell.run("audit", "export", "--out", "" + log);
    Files.writeString(log, Files.readString(log).replace("Grace", "Crace"));
    shell.run("audit", "verify", "" + log, "--report", "" + folder.resolve("changed.txt"));
    assertThat(Files.readString(folder.resolve("changed.txt")))
        .contains("Code      CHAIN_PREV", "found     {\"_prev\":\"", "expected  {\"_prev\":\"");
  }

  @Test
  void nothingIsVerifiedForAReportThatCouldNotBeWritten() throws IOException {
    var there = Files.writeString(folder.resolve("there.txt"), "kept");
    var log = "" + CHAINS.resolve("broken/entry-missing.jsonl").toAbsolutePath();
    var over = shell.run("audit", "verify", log, "--report", "" + there);
    assertThat(over.exit()).isEqualTo(2);
    assertThat(over.err()).contains("There is a file");
    assertThat(there).hasContent("kept");
    assertThat(shell.run("audit", "verify", log, "--report", "x.html").err())
        .contains("ends neither in .pdf nor in .txt");
    assertThat(shell.run("audit", "verify", "--history", "h.db", "--report", "x.txt").exit())
        .isEqualTo(64);
  }
}
